import classes from "./cards.module.css";

/** Filled: evidence is cited. Hollow: so far it is an assumption. Told in words by the name of its card. It is a letter
 * glued to the last word, so that it never stands alone on a line. */
export function EvidenceDot({ isBacked }: { isBacked: boolean }) {
  return (
    <span aria-hidden className={classes.dot} data-backed={isBacked || undefined}>
      {isBacked ? "\u00a0●" : "\u00a0○"}
    </span>
  );
}
