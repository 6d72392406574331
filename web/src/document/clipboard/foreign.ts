/** Finding in this map what a payload from another one refers to. */

import type { Edit } from "../edit";
import { copyLane, type Renaming } from "../edits/copy";
import { lookup } from "../lookup";
import { hasCells } from "../schema";
import { readText } from "../text";
import type { Key, MapSnapshot, Text } from "../types";
import type { Payload } from "./payload";

/** Renames what is pasted. Lanes, personas and evidence that this map lacks are made when they are first needed: they
 * are the same if they have the same key, the same id, or the same title. */
export function renaming(edit: Edit, snapshot: MapSnapshot, payload: Payload): Renaming {
  const made = new Map<Key, Key>();
  const { lanes, personas, evidence, places, touchpoints } = lookup(snapshot);
  const own = snapshot.head.language;
  const title = (text: Text, language: string) => readText(text, own, language).trim().toLowerCase();
  const alike = (one: { id: string; title: Text }, other: { id: string; title: Text }) =>
    one.id === other.id ||
    (title(one.title, own) !== "" && title(one.title, own) === title(other.title, payload.language));

  const memo = (find: (key: Key) => Key | undefined) => {
    const known = new Map<Key, Key | undefined>();
    return (key: Key) => {
      if (!known.has(key)) known.set(key, find(key));
      return known.get(key);
    };
  };
  return {
    made,
    isHere: (key) => places.has(key) || touchpoints.has(key),
    lane: memo((key) => {
      if (lanes.has(key)) return key;
      const lane = payload.lanes.find((one) => one.key === key);
      if (!lane || !hasCells(lane.kind)) return undefined;
      const same = snapshot.lanes.find((one) => one.kind === lane.kind && alike(one, lane));
      return same?.key ?? copyLane(edit, lane, edit.lastPosition("lanes", snapshot.lanes));
    }),
    persona: memo((key) => {
      if (personas.has(key)) return key;
      const persona = payload.personas.find((one) => one.key === key);
      if (!persona) return undefined;
      const same = snapshot.personas.find((one) =>
        alike({ id: one.id, title: one.name }, { id: persona.id, title: persona.name }),
      );
      if (same) return same.key;
      const { name, role, quote, picture } = persona;
      const at = edit.lastPosition("personas", snapshot.personas);
      return edit.add("personas", { at, id: persona.id, picture }, { name, role, quote });
    }),
    evidence: memo((key) => {
      if (evidence.has(key)) return key;
      const source = payload.evidence.find((one) => one.key === key);
      if (!source) return undefined;
      const same = snapshot.evidence.find((one) => alike(one, source));
      if (same) return same.key;
      const { id, kind, who, date, link } = source;
      const at = edit.lastPosition("evidence", snapshot.evidence);
      return edit.add(
        "evidence",
        { at, id, kind, who, date, link },
        { title: source.title, note: source.note },
      );
    }),
  };
}

/** The payload as a map in this language reads it: what was written plainly in another language gets its name. */
export function inLanguage(payload: Payload, language: string): Payload {
  return payload.language === language ? payload : (tagPlain(payload, payload.language) as Payload);
}

/** Only texts have an empty name in them: it stands for the map's own language. */
function tagPlain(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((one) => tagPlain(one, language));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const isText = entries.some(([name]) => name === "");
  return Object.fromEntries(
    entries.map(([name, one]) =>
      isText ? [name === "" ? language : name, one] : [name, tagPlain(one, language)],
    ),
  );
}
