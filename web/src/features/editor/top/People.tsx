import { Avatar, Tooltip } from "@mantine/core";
import { memo } from "react";
import { useWords } from "@/app/i18n";
import type { Person } from "@/collab/presence";
import classes from "./top.module.css";

const SHOWN = 4;

/** Who is here. */
export const People = memo(function People({ people }: { people: readonly Person[] }) {
  const t = useWords();
  if (people.length === 0) return null;
  const rest = people.slice(SHOWN);
  return (
    <Tooltip.Group>
      <Avatar.Group role="group" aria-label={t("editor-people")} spacing={7} className={classes.people}>
        {people.slice(0, SHOWN).map((person) => (
          <Tooltip key={person.id} label={person.name}>
            <Avatar
              size={30}
              radius="xl"
              name={person.name}
              alt={person.name}
              styles={{
                placeholder: { background: person.colour, color: "#fff", fontWeight: 600, fontSize: 12 },
              }}
            />
          </Tooltip>
        ))}
        {rest.length > 0 && (
          <Tooltip label={rest.map((person) => person.name).join(", ")}>
            <Avatar size={30} radius="xl">
              +{rest.length}
            </Avatar>
          </Tooltip>
        )}
      </Avatar.Group>
    </Tooltip.Group>
  );
});
