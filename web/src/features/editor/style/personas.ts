/** Colours of personas by their number, told apart by the colour-blind too; the poster draws them in the same. */
export const PERSONA_COLOURS = [
  "light-dark(#0072b2, #63b3e6)",
  "light-dark(#a8447d, #e08dba)",
  "light-dark(#00795a, #4fc39c)",
  "light-dark(#8a5200, #e0a75a)",
  "light-dark(#4b5563, #b4bfca)",
  "light-dark(#6a4fb3, #ab97e6)",
] as const;

export function personaColour(number: number): string {
  return PERSONA_COLOURS[number % PERSONA_COLOURS.length] ?? PERSONA_COLOURS[0];
}

/** A, B, C and so on: what tells personas apart where there is no colour. */
export function personaLetter(number: number): string {
  return String.fromCharCode(65 + (number % 26));
}
