import { useLanguage } from "@/app/i18n";
import classes from "./share.module.css";

interface Props {
  label: string;
  /** 0 to 1; null: nothing to take a share of. */
  share: number | null;
  /** Said instead of a share when there is none. */
  none: string;
}

/** A share of something as a thin bar, its number beside it. */
export function Share({ label, share, none }: Props) {
  const language = useLanguage();
  const percent = share === null ? null : Math.round(share * 100);
  return (
    <div className={classes.share}>
      <span className={classes.label}>{label}</span>
      <span className={classes.number}>{percent === null ? none : percents(percent / 100, language)}</span>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${percent ?? 0}%` }} />
      </span>
    </div>
  );
}

export function percents(share: number, language: string): string {
  return share.toLocaleString(language, { style: "percent", maximumFractionDigits: 0 });
}
