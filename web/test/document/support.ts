/** What the tests of the live document share. */

import * as Y from "yjs";
import type { Desk } from "@/document/edits/desk";
import { MapDocument } from "@/document/map-document";
import type { Random } from "@/document/random";

export interface Seeded extends Random {
  /** A whole number from 0, below the limit. */
  below(limit: number): number;
}

/** A small generator with a seed (mulberry32), so that a failing run can be had again. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 255),
    below: (limit) => next() % limit,
  };
}

/** An empty document whose keys and positions are drawn from a seed. */
export function documentOf(seed = 1): MapDocument {
  const doc = new Y.Doc();
  doc.clientID = seed;
  return new MapDocument(doc, seeded(seed));
}

export function deskOf(seed = 1): Desk {
  return { document: documentOf(seed), language: "en" };
}

/** Keys of a small map with one of everything. */
export interface Small {
  readonly desk: Desk;
  readonly document: MapDocument;
  readonly stages: readonly [string, string, string];
  readonly steps: readonly [string, string, string];
  readonly lanes: {
    readonly does: string;
    readonly asks: string;
    readonly touchpoints: string;
    readonly emotion: string;
    readonly barriers: string;
    readonly ideas: string;
  };
  readonly persona: string;
  readonly evidence: string;
  readonly cards: readonly [string, string];
  readonly touchpoint: string;
  readonly barrier: string;
  readonly idea: string;
  readonly transition: string;
}

/** Three stages: "Find" with two steps, "Buy" with one, "Use" without. */
export function smallMap(seed = 1): Small {
  const document = documentOf(seed);
  const small = document.edit("make", (edit) => {
    edit.setHead({ language: "en", status: "draft" });
    edit.writeText("head", "title", { "": "Shop" });
    const stages = ["Find", "Buy", "Use"].map((title, at) =>
      edit.add("stages", { at: `${at + 1}`, id: title.toLowerCase() }, { title: { "": title } }),
    );
    const steps = ["Search", "Compare", "Pay"].map((title, at) => {
      const stage = stages[at < 2 ? 0 : 1];
      return edit.add("steps", { at: `${at + 1}`, id: title.toLowerCase(), stage }, { title: { "": title } });
    });
    const lane = (at: number, id: string, kind: string) =>
      edit.add("lanes", { at: `${at}`, id, kind }, { title: { "": id } });
    const lanes = {
      does: lane(1, "does", "text"),
      asks: lane(2, "asks", "questions"),
      touchpoints: lane(3, "touchpoints", "touchpoints"),
      emotion: lane(4, "emotion", "emotion"),
      barriers: lane(5, "barriers", "barriers"),
      ideas: lane(6, "ideas", "ideas"),
    };
    const persona = edit.add("personas", { at: "1", id: "ann" }, { name: { "": "Ann" } });
    const evidence = edit.add(
      "evidence",
      { at: "1", id: "talks", kind: "interview" },
      { title: { "": "Talks" } },
    );
    const cards = ["types a query", "reads results"].map((text, at) =>
      edit.add("items", { at: `${at + 1}`, place: steps[0], lane: lanes.does }, { text: { "": text } }),
    );
    edit.addToSet("items", cards[0] ?? "", "evidence", [evidence]);
    const touchpoint = edit.add(
      "touchpoints",
      { at: "1", id: "site", step: steps[0], channel: "web", events: ["search"] },
      { title: { "": "Site" } },
    );
    const barrier = edit.add(
      "barriers",
      { at: "1", id: "slow", place: steps[1], criticality: 4 },
      { text: { "": "Slow" } },
    );
    const idea = edit.add("ideas", { at: "1", id: "cache", barrier, design: 3 }, { text: { "": "Cache" } });
    const [from, to] = [steps[2], steps[0]];
    const transition = edit.add(
      "transitions",
      { at: "1", from, to, kind: "loop" },
      { title: { "": "Again" } },
    );
    edit.setEmotion(steps[0] ?? "", persona, { claimed: 1, wished: 2 });
    edit.writeText(`${steps[0]}/${persona}`, "word", { "": "hopeful" });
    return { stages, steps, lanes, persona, evidence, cards, touchpoint, barrier, idea, transition };
  });
  document.undo.manager.clear();
  return { desk: { document, language: "en" }, document, ...small } as unknown as Small;
}

/** A snapshot as plain data, for comparing those of two replicas. */
export function plain(document: MapDocument): unknown {
  return JSON.parse(JSON.stringify(document.snapshot));
}

/** Brings what every replica has to all of them. */
export function sync(...documents: MapDocument[]): void {
  for (const from of documents) {
    for (const to of documents) {
      if (from === to) continue;
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
    }
  }
}
