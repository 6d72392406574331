/** Whether white or near-black text is easier to read on a colour of a map (`#rrggbb`). */
export function inkOn(colour: string): "#ffffff" | "#10202e" {
  return luminance(colour) > 0.3 ? "#10202e" : "#ffffff";
}

function luminance(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Colours offered for stages, steps and lanes: Okabe and Ito's, and quiet shades of them. */
export const OFFERED = [
  "#0d3b5c",
  "#0072b2",
  "#56b4e9",
  "#009e73",
  "#04694b",
  "#e69f00",
  "#7a5200",
  "#d55e00",
  "#cc79a7",
  "#6a4fb3",
  "#4b5563",
] as const;
