/** A snapshot as a map file in JSON: to keep what this page holds when the server no longer has it. */

import { lookup } from "./lookup";
import type {
  Barrier,
  Emotion,
  Evidence,
  Idea,
  Item,
  Key,
  Lane,
  MapSnapshot,
  Persona,
  Place,
  Stage,
  Step,
  Text,
  Touchpoint,
} from "./types";

type Json = { readonly [name: string]: unknown };

/** The map in the form of docs/map-format.md; what is empty or as usual is left out, as the canonical form does. */
export function mapFile(snapshot: MapSnapshot, id: string): Json {
  return new MapFile(snapshot).map(id);
}

class MapFile {
  private readonly places: ReadonlyMap<Key, string>;
  private readonly evidence: ReadonlyMap<Key, string>;
  private readonly personas: ReadonlyMap<Key, string>;
  private readonly lanes: ReadonlyMap<Key, string>;
  private readonly touchpoints: ReadonlyMap<Key, string>;

  constructor(private readonly snapshot: MapSnapshot) {
    const known = lookup(snapshot);
    const ids = (records: Iterable<{ readonly key: Key; readonly id: string }>) =>
      new Map([...records].map((record) => [record.key, record.id]));
    this.places = ids(known.places.values());
    this.evidence = ids(snapshot.evidence);
    this.personas = ids(snapshot.personas);
    this.lanes = ids(snapshot.lanes);
    this.touchpoints = ids([...known.touchpoints.values()].map((one) => one.touchpoint));
  }

  map(id: string): Json {
    const { head, tags, transitions, targets } = this.snapshot;
    return kept({
      kelias: 1,
      id,
      title: text(head.title),
      language: head.language,
      purpose: text(head.purpose),
      scope: kept({ product: text(head.product), state: head.state, from: head.from, until: head.until }),
      subject: unless(head.subject, "customer"),
      status: unless(head.status, "draft"),
      owner: head.owner,
      tags: tags.map((one) => one.tag),
      theme: kept({ accent: head.accent, ribbon: head.ribbon }),
      evidence: this.snapshot.evidence.map(evidence),
      personas: this.snapshot.personas.map((one) => this.persona(one)),
      lanes: this.snapshot.lanes.map(lane),
      stages: this.snapshot.stages.map((one) => this.stage(one)),
      transitions: transitions.map((one) =>
        kept({
          from: this.places.get(one.from),
          to: this.places.get(one.to),
          kind: one.kind,
          title: text(one.title),
        }),
      ),
      targets: targets.map((one) =>
        kept({
          step: this.places.get(one.step),
          metric: one.metric,
          "at-least": one.atLeast,
          "at-most": one.atMost,
          "alert-after": one.alertAfter,
        }),
      ),
    });
  }

  private persona({ id, name, role, picture, quote, portrait, segment }: Persona): Json {
    const lists = Object.entries(portrait).map(([list, items]) => [
      list,
      items.map((item) => this.item(item)),
    ]);
    const texts = { name: text(name), role: text(role), quote: text(quote) };
    return kept({ id, ...texts, picture, ...Object.fromEntries(lists), segment });
  }

  private stage(stage: Stage): Json {
    const { map, steps } = stage;
    return kept({
      ...this.place(stage),
      goal: text(stage.goal),
      map,
      steps: steps.map((one) => this.step(one)),
    });
  }

  private step(step: Step): Json {
    return kept({
      ...this.place(step),
      success: text(step.success),
      "expected-time": step.expected,
      touchpoints: step.touchpoints.map(touchpoint),
    });
  }

  private place({ id, title, moment, colour, hidden, emotion, cells, barriers }: Place): Json {
    return {
      id,
      title: text(title),
      "moment-of-truth": moment,
      colour,
      hidden: hidden || undefined,
      emotion: this.byId(emotion, this.personas, (one) => this.emotion(one)),
      cells: this.byId(cells, this.lanes, (items) => items.map((item) => this.item(item))),
      barriers: barriers.map((one) => this.barrier(one)),
    };
  }

  private byId<T>(
    values: Readonly<Record<Key, T>>,
    ids: ReadonlyMap<Key, string>,
    write: (one: T) => unknown,
  ): Json {
    return kept(
      Object.fromEntries(Object.entries(values).map(([key, one]) => [ids.get(key), write(one)])),
      "keeps empty",
    );
  }

  private emotion({ claimed, wished, word, icon, evidence: cited }: Emotion): Json {
    return kept({ claimed, wished, word: text(word), icon, evidence: this.cited(cited) });
  }

  private item({ text: words, image, evidence: cited }: Item): unknown {
    if (image === undefined && cited.length === 0) return text(words);
    return kept({ text: text(words), image, evidence: this.cited(cited) });
  }

  private barrier(barrier: Barrier): Json {
    return kept({
      id: barrier.id,
      text: text(barrier.text),
      personas: barrier.personas.map((key) => this.personas.get(key)),
      touchpoints: barrier.touchpoints.map((key) => this.touchpoints.get(key)),
      criticality: barrier.criticality,
      evidence: this.cited(barrier.evidence),
      ideas: barrier.ideas.map((one) => this.idea(one)),
    });
  }

  private idea(idea: Idea): Json {
    const [from, to] = [idea.liftsFrom, idea.liftsTo].map((key) =>
      key === undefined ? undefined : this.places.get(key),
    );
    return kept({
      id: idea.id,
      text: text(idea.text),
      touchpoint: idea.touchpoint === undefined ? undefined : this.touchpoints.get(idea.touchpoint),
      "design-ease": idea.design,
      "development-ease": idea.development,
      status: unless(idea.status, "proposed"),
      owner: idea.owner,
      lifts: from !== undefined && to !== undefined ? `${from} > ${to}` : undefined,
      evidence: this.cited(idea.evidence),
    });
  }

  private cited(keys: readonly Key[]): (string | undefined)[] {
    return keys.map((key) => this.evidence.get(key));
  }
}

function evidence({ id, kind, who, title, date, link, note }: Evidence): Json {
  return kept({ id, kind, who, title: text(title), date, link, note: text(note) });
}

function lane({ id, kind, title, icon, colour, hidden, layer, metric }: Lane): Json {
  return kept({ id, kind, title: text(title), icon, colour, hidden: hidden || undefined, layer, metric });
}

function touchpoint({ id, title, channel, actor, side, icon, events, where }: Touchpoint): Json {
  const binding = events.length > 0 ? kept({ events, where }) : undefined;
  return kept({
    id,
    title: text(title),
    channel,
    actor: text(actor),
    side: unless(side, "frontstage"),
    icon,
    binding,
  });
}

function text(written: Text | undefined): string | Text | undefined {
  return written && "" in written ? written[""] : written;
}

function unless<T>(value: T, usual: T): T | undefined {
  return value === usual ? undefined : value;
}

/** What is not given and, unless told otherwise, what is empty is left out. */
function kept(values: Json, keepsEmpty?: "keeps empty"): Json {
  const isEmpty = (value: unknown) => {
    if (value === undefined) return true;
    const isBare = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    return isBare && !keepsEmpty;
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}
