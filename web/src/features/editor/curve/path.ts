/** A place on the drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A line through all spots, level at each of them, so that a peak is where a value is and nowhere between. */
export function smooth(spots: readonly Spot[]): string {
  return spots
    .map((spot, index) => (index === 0 ? `M${at(spot)}` : bend(spots[index - 1] ?? spot, spot)))
    .join("");
}

/** The room between two such lines. */
export function band(upper: readonly Spot[], lower: readonly Spot[]): string {
  const back = [...lower].reverse();
  const first = back[0];
  if (!first || upper.length < 2) return "";
  const way = back.slice(1).map((spot, index) => bend(back[index] ?? spot, spot));
  return `${smooth(upper)}L${at(first)}${way.join("")}Z`;
}

const at = ({ x, y }: Spot) => `${round(x)} ${round(y)}`;

function bend(from: Spot, to: Spot): string {
  const middle = (from.x + to.x) / 2;
  return `C${round(middle)} ${round(from.y)} ${round(middle)} ${round(to.y)} ${at(to)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
