import { IconEyeOff, IconGripVertical } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { useWords } from "@/app/i18n";
import type { Lane } from "@/document/types";

import { useEditor } from "../state/context";
import { ICONS, iconName } from "../style/icons";
import { LiveText } from "../text/LiveText";
import { useStanding } from "./GridCell";
import classes from "./heads.module.css";
import { PeopleHere } from "./PeopleHere";

/** Kinds of lanes whose name alone does not say what stands in them. */
const CAPTIONED = new Set(["questions", "touchpoints", "barriers", "ideas", "process", "quotes"]);

interface Props {
  readonly lane: Lane;
  readonly row: string;
  /** It heads the row of what is said of whole stages. */
  readonly isWhole: boolean;
  readonly children?: ReactNode;
}

/** Name of a lane, at the left of its row. */
export const LaneHeader = memo(function LaneHeader({ lane, row, isWhole, children }: Props) {
  const { canEdit } = useEditor();
  const t = useWords();
  const LaneIcon = ICONS[iconName(lane.icon) ?? ""];
  return (
    <RowHeader row={row} isHidden={lane.hidden} colour={lane.colour}>
      {canEdit && <IconGripVertical aria-hidden className={classes.grip} size={14} data-grip />}
      <div data-card={lane.key} data-field="title" className={classes.laneTitle}>
        {LaneIcon && <LaneIcon aria-hidden size={15} stroke={1.8} />}
        <LiveText record={lane.key} field="title" text={lane.title} label={t("editor-label-lane")} />
        {lane.hidden && <IconEyeOff size={13} aria-label={t("editor-hidden")} />}
      </div>
      {isWhole && <span className={classes.laneCaption}>{t("editor-lane-whole")}</span>}
      {!isWhole && CAPTIONED.has(lane.kind) && (
        <span className={classes.laneCaption}>{t(`editor-lane-caption-${lane.kind}`)}</span>
      )}
      {children}
    </RowHeader>
  );
});

interface RowHeaderProps {
  readonly row: string;
  readonly isHidden?: boolean;
  readonly colour?: string | undefined;
  readonly children: ReactNode;
}

/** The sticky head of a row: the stop left of the first column. */
export function RowHeader({ row, isHidden, colour, children }: RowHeaderProps) {
  const { store } = useEditor();
  const standing = useStanding(store, row, null);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the head of a row of a grid that is no table.
    <div
      role="rowheader"
      data-row={row}
      data-place=""
      data-chosen={standing === "chosen" || undefined}
      data-hidden={isHidden || undefined}
      tabIndex={standing === "active" ? 0 : -1}
      aria-colindex={1}
      aria-selected={standing !== "none"}
      className={classes.lane}
      style={colour ? { boxShadow: `inset 4px 0 ${colour}` } : undefined}
    >
      <PeopleHere row={row} place={null} />
      {children}
    </div>
  );
}
