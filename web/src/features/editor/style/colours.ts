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

/** Colours offered for stages, steps and lanes, with their names: Okabe and Ito's, and quiet shades of them. */
export const OFFERED = [
  { name: "navy", colour: "#0d3b5c" },
  { name: "blue", colour: "#0072b2" },
  { name: "sky", colour: "#56b4e9" },
  { name: "green", colour: "#009e73" },
  { name: "dark-green", colour: "#04694b" },
  { name: "orange", colour: "#e69f00" },
  { name: "brown", colour: "#7a5200" },
  { name: "vermilion", colour: "#d55e00" },
  { name: "pink", colour: "#cc79a7" },
  { name: "violet", colour: "#6a4fb3" },
  { name: "grey", colour: "#4b5563" },
] as const;
