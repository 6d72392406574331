import { useId } from "react";
import type { Preview } from "@/api/types";
import { useWords } from "@/app/i18n";
import { smooth } from "@/features/editor/curve/path";
import classes from "./preview.module.css";
import { across, area, chevron, down, HEIGHT, RIBBON, runs, WIDTH, zero } from "./previewing";

/** A map in miniature: the ribbon of its stages, and under it how its travellers feel. */
export function MapPreview({ preview = BLANK }: { preview?: Preview | undefined }) {
  const t = useWords();
  const columns = Math.max(
    1,
    preview.stages.reduce((sum, stage) => sum + stage.columns, 0),
  );
  return (
    <svg
      className={classes.preview}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t("portfolio-preview", { stages: preview.stages.length, columns })}
    >
      <Ribbon preview={preview} columns={columns} />
      {preview.curve.some((value) => value !== null) ? (
        <Curve curve={preview.curve} />
      ) : (
        <Columns count={columns} />
      )}
    </svg>
  );
}

const BLANK: Preview = { ribbon: null, stages: [], curve: [] };

function Ribbon({ preview, columns }: { preview: Preview; columns: number }) {
  let from = 0;
  return preview.stages.map((stage, index) => {
    const left = (from / columns) * WIDTH;
    from += stage.columns;
    const right = (from / columns) * WIDTH;
    const colour = stage.colour ?? preview.ribbon ?? "var(--kelias-ribbon)";
    return (
      <g key={stage.id}>
        <path d={chevron(left, right, index === 0)} style={{ fill: colour }} />
        {stage.moment && <Diamond x={(left + right) / 2 + 2} />}
      </g>
    );
  });
}

function Diamond({ x }: { x: number }) {
  const y = RIBBON / 2;
  return (
    <path
      d={`M${x} ${y - 3.5}L${x + 3.5} ${y}L${x} ${y + 3.5}L${x - 3.5} ${y}Z`}
      className={classes.moment}
    />
  );
}

function Curve({ curve }: { curve: readonly (number | null)[] }) {
  const id = useId();
  const lines = runs(curve);
  const worst = lowest(curve);
  return (
    <>
      <clipPath id={`${id}-good`}>
        <rect x="0" y={RIBBON} width={WIDTH} height={zero - RIBBON} />
      </clipPath>
      <clipPath id={`${id}-bad`}>
        <rect x="0" y={zero} width={WIDTH} height={HEIGHT - zero} />
      </clipPath>
      <line className={classes.zero} x1="0" x2={WIDTH} y1={zero} y2={zero} />
      {lines.map((run) => (
        <g key={run[0]?.x}>
          <path d={area(run)} className={classes.good} clipPath={`url(#${id}-good)`} />
          <path d={area(run)} className={classes.bad} clipPath={`url(#${id}-bad)`} />
          {run.length === 1 ? (
            <circle cx={run[0]?.x} cy={run[0]?.y} r="2.5" className={classes.point} />
          ) : (
            <path d={smooth(run)} className={classes.line} />
          )}
        </g>
      ))}
      {worst && (
        <circle
          cx={across(worst.column, curve.length)}
          cy={down(worst.value)}
          r="4"
          className={classes.worst}
        />
      )}
    </>
  );
}

/** Where it hurts most, if it hurts anywhere. */
function lowest(curve: readonly (number | null)[]) {
  let found: { column: number; value: number } | null = null;
  curve.forEach((value, column) => {
    if (value !== null && value < (found?.value ?? 0)) {
      found = { column, value };
    }
  });
  return found as { column: number; value: number } | null;
}

const ROWS = [0.34, 0.56, 0.78];
const MOST_COLUMNS = 40;

/** For a map that says nothing of emotions: its columns. */
function Columns({ count }: { count: number }) {
  const columns = Array.from({ length: Math.min(count, MOST_COLUMNS) }, (_, column) => column);
  const width = WIDTH / columns.length;
  return columns.flatMap((column) =>
    ROWS.map((row) => (
      <rect
        key={`${column}-${row}`}
        className={classes.cell}
        x={column * width + Math.min(3, width / 8)}
        y={HEIGHT * row}
        width={Math.max(1, width - Math.min(6, width / 4))}
        height={HEIGHT * 0.16}
        rx="3"
      />
    )),
  );
}
