import { memo } from "react";
import { useWords } from "@/app/i18n";
import { lookup } from "@/document/lookup";
import type { MapSnapshot, Transition } from "@/document/types";
import { type Columns, extentOf } from "../layout/columns";
import { useEditor } from "../state/context";
import classes from "./arcs.module.css";

const LEVEL = 27;
const FOOT = 10;

interface Arc {
  readonly transition: Transition;
  readonly from: number;
  readonly to: number;
  /** Height in levels, so that arcs do not run through each other. */
  readonly level: number;
}

interface Props {
  readonly snapshot: MapSnapshot;
  readonly columns: Columns;
  readonly columnWidth: number;
  readonly onOpen: (transition: Transition) => void;
}

/** Loops, branches and shortcuts as arcs over the ribbon, each with its name. */
export const Arcs = memo(function Arcs({ snapshot, columns, columnWidth, onOpen }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const arcs = arcsOf(snapshot.transitions, columns);
  if (arcs.length === 0) return null;
  const levels = Math.max(...arcs.map((arc) => arc.level)) + 1;
  const height = levels * LEVEL + FOOT;
  const title = (key: string) => read(lookup(snapshot).places.get(key)?.title);
  return (
    <section aria-label={t("editor-arcs")} className={classes.arcs} style={{ height }}>
      <svg aria-hidden width="100%" height={height}>
        <defs>
          <marker
            id="arc-head"
            viewBox="0 0 8 8"
            refX="4"
            refY="7"
            markerWidth="7"
            markerHeight="7"
            orient="0"
          >
            <path d="M0.5 1 4 7.5 7.5 1z" className={classes.tip} />
          </marker>
        </defs>
        {arcs.map((arc) => (
          <path
            key={arc.transition.key}
            className={classes[arc.transition.kind]}
            markerEnd="url(#arc-head)"
            d={pathOf(arc, columnWidth, height)}
          />
        ))}
      </svg>
      {arcs.map((arc) => {
        const { transition } = arc;
        const kind = t(`editor-transition-${transition.kind}`);
        const name = read(transition.title);
        return (
          <button
            key={transition.key}
            type="button"
            className={classes.name}
            style={{
              left: ((arc.from + arc.to) / 2) * columnWidth,
              top: height - FOOT - arc.level * LEVEL - LEVEL / 2,
            }}
            aria-label={t("editor-arc-name", {
              kind,
              name,
              from: title(transition.from),
              to: title(transition.to),
            })}
            onClick={() => onOpen(transition)}
          >
            {name || kind}
          </button>
        );
      })}
    </section>
  );
});

/** The arcs that can be seen, short ones below long ones. */
export function arcsOf(transitions: readonly Transition[], columns: Columns): Arc[] {
  const found = transitions.flatMap((transition) => {
    // A stage is left at its last step and entered at its first.
    const from = extentOf(columns, transition.from)?.[1];
    const to = extentOf(columns, transition.to)?.[0];
    return from === undefined || to === undefined ? [] : [{ transition, from: from + 0.5, to: to + 0.5 }];
  });
  found.sort((one, other) => Math.abs(one.to - one.from) - Math.abs(other.to - other.from));
  const taken: [number, number][][] = [];
  return found.map((arc) => {
    const [low, high] = [Math.min(arc.from, arc.to), Math.max(arc.from, arc.to)];
    let level = 0;
    while (taken[level]?.some(([a, b]) => low < b && a < high)) level += 1;
    const row = taken[level] ?? [];
    row.push([low, high]);
    taken[level] = row;
    return { ...arc, level };
  });
}

function pathOf({ from, to, level }: Arc, columnWidth: number, height: number): string {
  const top = height - FOOT - level * LEVEL - LEVEL / 2;
  const forth = to >= from ? 1 : -1;
  // Arcs that leave and arrive at one column stand side by side.
  const [start, end] = [from * columnWidth + forth * 6, to * columnWidth - forth * 6];
  const bend = Math.min(10, Math.abs(end - start) / 2);
  return [
    `M${start} ${height}`,
    `V${top + bend}`,
    `Q${start} ${top} ${start + forth * bend} ${top}`,
    `H${end - forth * bend}`,
    `Q${end} ${top} ${end} ${top + bend}`,
    `V${height - 2}`,
  ].join("");
}
