import type { MapFile } from "./mapInDocument";

const WORDS =
  "looks for the right size and asks a friend before the order is paid while the courier waits".split(" ");

/** A map of 40 stages, 80 steps and 20 lanes with 2,400 cards: the size the editor must stay quick at. */
export function hugeMap(stages = 40, steps = 2, lanes = 20, cards = 2400): MapFile {
  const kinds = ["text", "list", "questions", "goals", "process", "quotes"];
  const named = Array.from({ length: lanes }, (_, number) => ({
    id: `lane-${number}`,
    kind: kinds[number % kinds.length],
    title: `Lane ${number + 1}`,
  }));
  let written = 0;
  const cell = (seed: number) => {
    const count = Math.min(cards - written, 1 + (seed % 2));
    written += count;
    return Array.from({ length: count }, (_, number) => sentence(seed * 7 + number));
  };
  return {
    id: "huge",
    title: "A journey of eighty steps",
    language: "en",
    personas: [{ id: "anna", name: "Anna" }],
    lanes: [{ id: "curve", kind: "emotion", title: "Emotion" }, ...named],
    stages: Array.from({ length: stages }, (_, stage) => ({
      id: `stage-${stage}`,
      title: `Stage ${stage + 1}`,
      steps: Array.from({ length: steps }, (_, step) => ({
        id: `step-${stage}-${step}`,
        title: `Step ${stage + 1}.${step + 1}`,
        emotion: { anna: { claimed: Math.round(Math.sin(stage + step) * 18) / 10 } },
        cells: Object.fromEntries(named.map((lane, at) => [lane.id, cell(stage * 31 + step * 17 + at)])),
      })),
    })),
  };
}

function sentence(seed: number): string {
  const length = 3 + (seed % 9);
  return Array.from({ length }, (_, at) => WORDS[(seed * 3 + at * 5) % WORDS.length]).join(" ");
}
