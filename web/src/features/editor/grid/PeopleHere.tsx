import { usePresence } from "../state/presence";
import classes from "./grid.module.css";

/** Frames of one cell drawn inside of each other; whoever else is there is told by name alone. */
const FRAMES = 3;

/** Who else stands in a cell: a frame in each one's colour, and their names side by side. */
export function PeopleHere({ row, place }: { readonly row: string; readonly place: string | null }) {
  const people = usePresence(row, place);
  if (people.length === 0) return null;
  return (
    <>
      {people.slice(0, FRAMES).map(({ name, colour }, number) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name and one colour.
          key={`${number}${name}`}
          aria-hidden
          className={classes.person}
          style={{ inset: 1 + number * 3, borderColor: colour }}
        />
      ))}
      <span className={classes.people}>
        {people.map(({ name, colour }, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name and one colour.
          <span key={`${number}${name}`} style={{ background: colour }}>
            {name}
          </span>
        ))}
      </span>
    </>
  );
}
