import classes from "./cards.module.css";

/** Filled: evidence is cited. Hollow: so far it is an assumption. Told in words by the name of its card. */
export function EvidenceDot({ isBacked }: { isBacked: boolean }) {
  return <span aria-hidden className={classes.dot} data-backed={isBacked || undefined} />;
}
