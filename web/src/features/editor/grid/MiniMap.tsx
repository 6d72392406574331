import { type RefObject, useEffect, useState } from "react";
import { useWords } from "@/app/i18n";
import { plainText as plain } from "@/document/markdown";
import type { Columns } from "../layout/columns";
import type { Geometry } from "../layout/geometry";
import { useEditor } from "../state/context";
import { inkOn } from "../style/colours";
import classes from "./minimap.module.css";

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
      {columns.stages.map((slot) => {
        const { stage } = slot;
        const title = plain(read(stage.title));
        const fill = stage.colour ?? ribbon;
        return (
          <button
            key={slot.key}
            type="button"
            className={classes.stage}
            style={{ flexGrow: slot.span, ...(fill ? { background: fill, color: inkOn(fill) } : {}) }}
            title={title}
            onClick={() =>
              scroller.current?.scrollTo({ left: slot.first * geometry.column * zoom, behavior: "smooth" })
            }
          >
            <span>{title}</span>
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
