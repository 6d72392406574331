/** Where random bytes come from: the browser's generator, or a seeded one in tests. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** The generator of the browser. */
export const browserRandom: Random = {
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const KEY_LENGTH = 16;

/** A key for a new record. It begins with a letter, so that an id made from it begins well. */
export function newKey(random: Random): string {
  const bytes = random.bytes(KEY_LENGTH);
  return [...bytes].map((byte, at) => LETTERS.charAt(at === 0 ? byte % 52 : byte & 63)).join("");
}
