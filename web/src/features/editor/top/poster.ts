import type { View } from "../state/view";

/** Where the server draws the poster of a map, as its reader sees the map. */
export function posterUrl(
  id: string,
  kind: "pdf" | "svg",
  language: string,
  { showsMeasured }: Pick<View, "showsMeasured">,
): string {
  return `/api/v1/maps/${id}/poster.${kind}?language=${language}${showsMeasured ? "&measured=true" : ""}`;
}
