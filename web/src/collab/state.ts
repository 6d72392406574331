/** What the page says about the connection of a map; it never claims more than it knows. */

/** Why the server does not let us in; trying again does not help, but something else may. */
export type Refusal =
  /** The session is over: sign in again. */
  | "signed-out"
  /** There is no right to this map, or not to edit it: ask its owner. */
  | "forbidden"
  /** The map was deleted. */
  | "gone"
  /** The server could not read what this page sent: reload it. */
  | "malformed"
  /** An edit is larger than the server takes, or the map has grown to its limit. */
  | "too-large";

export type ConnectionState =
  /** On the way, for the first time or again. */
  | { readonly kind: "connecting"; readonly unsent: number }
  /** Everything others did is here, and nothing was edited since. */
  | { readonly kind: "live"; readonly unsent: 0 }
  /** Edits are on their way to the server's disk. */
  | { readonly kind: "saving"; readonly unsent: number }
  /** Every edit is on the server's disk. */
  | { readonly kind: "saved"; readonly unsent: 0 }
  /** No connection; so many edits wait, on this device's disk if it has one. */
  | { readonly kind: "offline"; readonly unsent: number }
  | { readonly kind: "refused"; readonly reason: Refusal; readonly unsent: number };

/** The refusal of a close code; none for a code after which it makes sense to try again. */
export function refusalOf(code: number): Refusal | undefined {
  switch (code) {
    case 4400:
      return "malformed";
    case 4401:
      return "signed-out";
    case 4403:
      return "forbidden";
    case 4404:
      return "gone";
    case 4413:
      return "too-large";
    default:
      return code > 4404 && code < 4500 ? "malformed" : undefined;
  }
}
