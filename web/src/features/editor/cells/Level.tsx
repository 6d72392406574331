import classes from "./cards.module.css";

/** A number of five as filled squares. */
export function Level({ value }: { value: number }) {
  return (
    <span aria-hidden className={classes.level}>
      {[1, 2, 3, 4, 5].map((step) => (
        <span key={step} data-filled={step <= value || undefined} />
      ))}
    </span>
  );
}
