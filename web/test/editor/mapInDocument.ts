import type { Edit } from "@/document/edit";
import { MapDocument } from "@/document/map-document";
import type { Random } from "@/document/random";
import type { Key, Text } from "@/document/types";

type Words = string | Record<string, string>;
type Claim = Words | { text?: Words; evidence?: string[]; image?: string };
/** A map as its file has it; only what the editor's tests look at. */
// biome-ignore lint/suspicious/noExplicitAny: the file's shape is the map model's, checked by the binary.
export type MapFile = any;

/** A document that holds the map of a file. */
export function mapInDocument(file: MapFile, random?: Random): MapDocument {
  const document = new MapDocument(undefined, random);
  document.edit("load", (edit) => new Writer(edit, file.language ?? "en").write(file));
  document.undo.manager.clear();
  return document;
}

class Writer {
  private readonly keys = new Map<string, Key>();
  private count = 0;

  constructor(
    private readonly edit: Edit,
    private readonly own: string,
  ) {}

  write(file: MapFile): void {
    const { edit } = this;
    const scope = file.scope ?? {};
    edit.setHead({
      language: this.own,
      subject: file.subject ?? "customer",
      status: file.status ?? "draft",
      owner: file.owner,
      state: scope.state,
      accent: file.theme?.accent,
      ribbon: file.theme?.ribbon,
    });
    edit.writeTexts("head", { title: this.text(file.title), purpose: this.text(file.purpose) });
    for (const one of file.evidence ?? []) {
      const { id, kind, who, date, link } = one;
      this.add(
        "evidence",
        one,
        { kind, who, date: date && String(date).slice(0, 10), link },
        { title: one.title },
      );
      this.keys.set(`evidence/${id}`, this.keys.get(id) as Key);
    }
    for (const one of file.personas ?? [])
      this.add("personas", one, {}, { name: one.name, quote: one.quote });
    for (const one of file.lanes ?? []) {
      const { kind, icon, colour, hidden, layer, metric } = one;
      this.add("lanes", one, { kind, icon, colour, hidden, layer, metric }, { title: one.title }, "lane");
    }
    for (const stage of file.stages ?? []) {
      const key = this.add("stages", stage, this.placeValues(stage), {
        title: stage.title,
        goal: stage.goal,
      });
      this.fill(stage, key);
      for (const step of stage.steps ?? []) {
        const values = { stage: key, expected: step["expected-time"], ...this.placeValues(step) };
        const stepKey = this.add("steps", step, values, { title: step.title, success: step.success });
        for (const one of step.touchpoints ?? []) this.touchpoint(one, stepKey);
        this.fill(step, stepKey);
      }
    }
    for (const one of file.transitions ?? []) {
      const values = { kind: one.kind, from: this.keys.get(one.from), to: this.keys.get(one.to) };
      this.add("transitions", one, values, { title: one.title });
    }
  }

  private placeValues(place: MapFile) {
    return { moment: place["moment-of-truth"], colour: place.colour, map: place.map };
  }

  private fill(place: MapFile, key: Key): void {
    const { edit } = this;
    for (const [lane, claims] of Object.entries(place.cells ?? {})) {
      for (const claim of claims as Claim[])
        this.item(claim, { place: key, lane: this.keys.get(`lane/${lane}`) });
    }
    for (const [persona, emotion] of Object.entries<MapFile>(place.emotion ?? {})) {
      const who = this.keys.get(persona) as Key;
      edit.setEmotion(key, who, { claimed: emotion.claimed, wished: emotion.wished, icon: emotion.icon });
      if (emotion.word) edit.writeText(`${key}/${who}`, "word", this.text(emotion.word));
      edit.citeEmotion(key, who, this.cited(emotion.evidence));
    }
    for (const one of place.barriers ?? []) {
      const barrier = this.add(
        "barriers",
        one,
        { place: key, criticality: one.criticality },
        { text: one.text },
      );
      edit.addToSet("barriers", barrier, "evidence", this.cited(one.evidence));
      edit.addToSet("barriers", barrier, "personas", this.known(one.personas));
      edit.addToSet("barriers", barrier, "touchpoints", this.known(one.touchpoints));
      for (const idea of one.ideas ?? []) {
        const values = {
          barrier,
          design: idea["design-ease"],
          development: idea["development-ease"],
          status: idea.status,
          owner: idea.owner,
        };
        const made = this.add("ideas", idea, values, { text: idea.text });
        edit.addToSet("ideas", made, "evidence", this.cited(idea.evidence));
      }
    }
  }

  private touchpoint(one: MapFile, step: Key): void {
    const { channel, side, icon, binding } = one;
    const values = { step, channel, side, icon, events: binding?.events };
    this.add("touchpoints", one, values, { title: one.title, actor: one.actor });
  }

  private item(claim: Claim, home: { place: Key; lane: Key | undefined }): void {
    const full =
      typeof claim === "object" && "text" in claim
        ? (claim as Exclude<Claim, Words>)
        : { text: claim as Words };
    const { image, evidence } = full as { image?: string; evidence?: string[] };
    const key = this.add("items", {}, { ...home, image }, { text: full.text as Words });
    this.edit.addToSet("items", key, "evidence", this.cited(evidence));
  }

  private add(
    table: Parameters<Edit["add"]>[0],
    one: MapFile,
    values: Record<string, unknown>,
    texts: Record<string, Words | undefined>,
    space = "",
  ): Key {
    this.count += 1;
    const at = `${String(this.count).padStart(6, "0")}V`;
    const written = Object.fromEntries(
      Object.entries(texts).map(([field, text]) => [field, this.text(text)]),
    );
    const key = this.edit.add(table, { at, id: one.id, ...values } as Parameters<Edit["add"]>[1], written);
    if (one.id) this.keys.set(space ? `${space}/${one.id}` : one.id, key);
    return key;
  }

  private text(words: Words | undefined): Text | undefined {
    return typeof words === "object" && words !== null
      ? words
      : words === undefined
        ? undefined
        : { "": String(words) };
  }

  private cited(ids: string[] | undefined): Key[] {
    return (ids ?? []).flatMap((id) => this.keys.get(`evidence/${id}`) ?? []);
  }

  private known(ids: string[] | undefined): Key[] {
    return (ids ?? []).flatMap((id) => this.keys.get(id) ?? []);
  }
}
