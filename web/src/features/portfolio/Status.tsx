import { IconArchive, IconCircleCheckFilled, IconCircleDashed, IconEye } from "@tabler/icons-react";
import type { MapStatus } from "@/api/types";
import { useWords } from "@/app/i18n";
import classes from "./status.module.css";

const icons = {
  draft: IconCircleDashed,
  "in-review": IconEye,
  approved: IconCircleCheckFilled,
  archived: IconArchive,
};

/** How far the work on a map has come. */
export function Status({ status }: { status: MapStatus }) {
  const t = useWords();
  const Icon = icons[status];
  return (
    <span className={classes.status} data-status={status}>
      <Icon size={14} aria-hidden />
      {t(`portfolio-status-${status}`)}
    </span>
  );
}
