import { type MouseEvent, type RefObject, useEffect, useMemo, useState } from "react";
import { useWords } from "@/app/i18n";
import { plainText as plain } from "@/document/markdown";
import type { Columns, Slot } from "../layout/columns";
import type { Geometry } from "../layout/geometry";
import { useEditor } from "../state/context";
import { inkOn } from "../style/colours";
import classes from "./minimap.module.css";
import { useWidth } from "./useViewport";

interface Props {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: Columns;
  readonly geometry: Geometry;
  readonly zoom: number;
  readonly ribbon: string | undefined;
}

/** The whole journey in one strip: where one is, and a click to any stage. */
export function MiniMap({ scroller, columns, geometry, zoom, ribbon }: Props) {
  const { read } = useEditor();
  const t = useWords();
  const [window, setWindow] = useState<readonly [number, number]>([0, 1]);
  const width = useWidth(scroller);
  const parts = useMemo(() => partsOf(columns.stages, width - CONTROLS), [columns, width]);
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const whole = geometry.count * geometry.column * zoom;
    const seen = () => {
      const from = box.scrollLeft / whole;
      setWindow([from, Math.min(1, from + (box.clientWidth - geometry.header * zoom) / whole)]);
    };
    seen();
    box.addEventListener("scroll", seen, { passive: true });
    return () => box.removeEventListener("scroll", seen);
  }, [scroller, geometry, zoom]);
  if (window[0] === 0 && window[1] >= 0.98) return null;
  return (
    <nav className={classes.map} aria-label={t("editor-jump")}>
      {parts.map(({ first, last, span }) => {
        const fill = first.stage.colour ?? ribbon;
        const [from, until] = [first, last].map(({ stage }) => plain(read(stage.title)));
        const title = first === last ? from : t("editor-jump-part", { from: from ?? "", until: until ?? "" });
        return (
          <button
            key={first.key}
            type="button"
            className={classes.stage}
            style={{ flexGrow: span, ...(fill ? { background: fill, color: inkOn(fill) } : {}) }}
            title={title}
            aria-label={title}
            onClick={(event) => {
              const column = first.first + (first === last ? 0 : Math.floor(shareOf(event) * span));
              const left = column * geometry.column * zoom;
              scroller.current?.scrollTo({ left, behavior: isCalm() ? "auto" : "smooth" });
            }}
          >
            {first === last && <span>{title}</span>}
          </button>
        );
      })}
      <span
        aria-hidden
        className={classes.window}
        style={{ left: `${window[0] * 100}%`, width: `${(window[1] - window[0]) * 100}%` }}
      />
    </nav>
  );
}

/** Room that the controls beside the strip take, and the least width of what can be hit, in pixels. */
const CONTROLS = 190;
const LEAST = 29;

/** Stages that share a button where each of its own would be too narrow. */
interface Part {
  readonly first: Slot;
  readonly last: Slot;
  /** Columns of all of them. */
  readonly span: number;
}

function partsOf(stages: readonly Slot[], width: number): Part[] {
  const count = Math.min(stages.length, Math.max(1, Math.floor(width / LEAST)));
  const parts: Part[] = [];
  for (let part = 0; part < count; part += 1) {
    const [from, until] = [part, part + 1].map((one) => Math.floor((one * stages.length) / count));
    const shared = stages.slice(from, until);
    const [first, last] = [shared[0], shared.at(-1)];
    if (first && last) parts.push({ first, last, span: last.first + last.span - first.first });
  }
  return parts;
}

/** Whether the reader wants nothing to move by itself. Styles alone would not keep a scroll of ours from it. */
function isCalm(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** How far to the right a click hit; a key hits the beginning. */
function shareOf({ clientX, currentTarget, detail }: MouseEvent<HTMLElement>): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return detail === 0 || width === 0 ? 0 : Math.min(0.999, Math.max(0, (clientX - left) / width));
}
