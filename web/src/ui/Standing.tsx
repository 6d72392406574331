import type { ReactNode } from "react";
import { Mark } from "./Mark";
import classes from "./standing.module.css";

/** A screen that says one thing, under the product's mark. */
export function Standing({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <Mark size={44} />
        {children}
      </div>
    </main>
  );
}
