/** Personas and their portraits, and the evidence that claims cite. */

import { lookup } from "../lookup";
import { selectRecords } from "../selection";
import type { EvidenceKind, EvidenceWho, Key, PortraitList, Text } from "../types";
import { type Desk, type Result, saidOf } from "./desk";

export function addPersona(desk: Desk, name: Text = { "": "" }): Result {
  const { personas } = desk.document.snapshot;
  const key = desk.document.edit("persona.add", (edit) =>
    edit.add("personas", { at: edit.lastPosition("personas", personas) }, { name }),
  );
  return {
    announce: saidOf(desk, "added", "persona", name),
    select: selectRecords("personas", [key]),
    edit: { owner: key, field: "name" },
  };
}

/** Moves a persona to this index among the personas. */
export function movePersona(desk: Desk, key: Key, index: number): Result {
  const { personas } = desk.document.snapshot;
  const persona = personas.find((one) => one.key === key);
  const others = personas.filter((one) => one.key !== key);
  const to = Math.max(0, Math.min(index, others.length));
  if (!persona || personas.indexOf(persona) === to) return undefined;
  desk.document.edit("persona.move", (edit) => {
    edit.set("personas", key, { at: edit.positions("personas", others, to, 1)[0] });
  });
  const args = { position: to + 1, total: personas.length };
  return { announce: saidOf(desk, "moved-to", "persona", persona.name, args) };
}

/** Gives a persona a picture or a measured segment; undefined takes it away. */
export function setPersona(
  desk: Desk,
  key: Key,
  values: { readonly picture?: string | undefined; readonly segment?: string | undefined },
): Result {
  const persona = lookup(desk.document.snapshot).personas.get(key);
  if (!persona) return undefined;
  desk.document.edit("persona.set", (edit) => edit.set("personas", key, { ...values }));
  return { announce: saidOf(desk, "changed", "persona", persona.name) };
}

/** Adds an item to a list of a portrait, before the one at this index. */
export function addTrait(
  desk: Desk,
  key: Key,
  list: PortraitList,
  text: Text = { "": "" },
  index?: number,
): Result {
  const persona = lookup(desk.document.snapshot).personas.get(key);
  if (!persona) return undefined;
  const there = persona.portrait[list];
  const made = desk.document.edit("persona.add-trait", (edit) => {
    const [at] = edit.positions("items", there, index ?? there.length, 1);
    return edit.add("items", { at, persona: key, list }, { text });
  });
  return {
    announce: saidOf(desk, "added", "card", text),
    select: selectRecords("items", [made]),
    edit: { owner: made, field: "text" },
  };
}

/** Moves an item of a portrait to this index of a list, its own or another. */
export function moveTrait(desk: Desk, item: Key, key: Key, list: PortraitList, index: number): Result {
  const { personas, items } = lookup(desk.document.snapshot);
  const [persona, trait] = [personas.get(key), items.get(item)?.item];
  if (!persona || !trait) return undefined;
  const others = persona.portrait[list].filter((one) => one.key !== item);
  const to = Math.max(0, Math.min(index, others.length));
  if (persona.portrait[list][to]?.key === item) return undefined;
  desk.document.edit("persona.move-trait", (edit) => {
    const at = edit.positions("items", others, to, 1)[0];
    edit.set("items", item, { at, persona: key, list, place: undefined, lane: undefined });
  });
  const args = { position: to + 1, total: others.length + 1 };
  return { announce: saidOf(desk, "moved-to", "card", trait.text, args) };
}

/** Removes personas with their portraits and emotions. */
export function removePersonas(desk: Desk, keys: readonly Key[]): Result {
  const { document } = desk;
  const { personas, places } = lookup(document.snapshot);
  const there = keys.map((key) => personas.get(key)).filter((persona) => persona !== undefined);
  const [first] = there;
  if (!first) return undefined;
  document.edit("persona.remove", (edit) => {
    for (const persona of there) {
      for (const items of Object.values(persona.portrait))
        for (const item of items) edit.remove("items", item.key);
      for (const place of places.values())
        if (place.emotion[persona.key]) edit.removeEmotion(place.key, persona.key);
      edit.remove("personas", persona.key);
    }
  });
  const name = there.length === 1 ? first.name : undefined;
  return { announce: saidOf(desk, "removed", "persona", name, { count: there.length }) };
}

/** What a piece of evidence can be given; undefined takes it away. */
export interface EvidenceValues {
  readonly kind?: EvidenceKind | undefined;
  readonly who?: EvidenceWho | undefined;
  readonly date?: string | undefined;
  readonly link?: string | undefined;
}

export function addEvidence(desk: Desk, title: Text = { "": "" }, values: EvidenceValues = {}): Result {
  const { evidence } = desk.document.snapshot;
  const key = desk.document.edit("evidence.add", (edit) =>
    edit.add("evidence", { at: edit.lastPosition("evidence", evidence), ...values }, { title }),
  );
  return {
    announce: saidOf(desk, "added", "evidence", title),
    select: selectRecords("evidence", [key]),
    edit: { owner: key, field: "title" },
  };
}

export function setEvidence(desk: Desk, key: Key, values: EvidenceValues): Result {
  const evidence = lookup(desk.document.snapshot).evidence.get(key);
  if (!evidence) return undefined;
  desk.document.edit("evidence.set", (edit) => edit.set("evidence", key, { ...values }));
  return { announce: saidOf(desk, "changed", "evidence", evidence.title) };
}

/** Removes evidence; what cited it is an assumption again, unless something else backs it. */
export function removeEvidence(desk: Desk, keys: readonly Key[]): Result {
  const { evidence } = lookup(desk.document.snapshot);
  const there = keys.map((key) => evidence.get(key)).filter((one) => one !== undefined);
  const [first] = there;
  if (!first) return undefined;
  desk.document.edit("evidence.remove", (edit) => {
    for (const { key } of there) edit.remove("evidence", key);
  });
  const title = there.length === 1 ? first.title : undefined;
  return { announce: saidOf(desk, "removed", "evidence", title, { count: there.length }) };
}
