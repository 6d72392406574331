/** What the page sees of a map under edit: plain values that nobody changes, read from the live document by `read.ts` under the
 * rules of docs/document.md. An unchanged part keeps its identity from one snapshot to the next. */

/** Key of a record in the live document; stable for the record's life, unlike its id. */
export type Key = string;

/** A text by language tag; `""` is the map's own language, written plainly. */
export type Text = Readonly<Record<string, string>>;

export type LaneKind =
  | "text"
  | "list"
  | "questions"
  | "goals"
  | "quotes"
  | "emotion"
  | "touchpoints"
  | "image"
  | "process"
  | "metric"
  | "barriers"
  | "ideas"
  | "blueprint";
export type Layer = "physical-evidence" | "customer-actions" | "frontstage" | "backstage" | "support";
export type Metric =
  | "audience"
  | "share"
  | "conversion_to_next"
  | "median_seconds_to_next"
  | "retention"
  | "emotion";
export type Moment = "zero" | "first" | "second" | "ultimate" | "aha";
export type MapStatus = "draft" | "in-review" | "approved" | "archived";
export type IdeaStatus = "proposed" | "planned" | "in-progress" | "done" | "rejected";
export type TransitionKind = "skip" | "branch" | "loop";
export type EvidenceKind =
  | "interview"
  | "survey"
  | "review"
  | "observation"
  | "statistics"
  | "workshop"
  | "study";
export type EvidenceWho = "customers" | "non-customers" | "experts";
export type PortraitList = "facts" | "needs" | "motives" | "worries" | "behaviour";

interface Placed {
  readonly key: Key;
  /** Position among its siblings. */
  readonly at: string;
}
interface Named extends Placed {
  readonly id: string;
}

export interface Head {
  readonly title: Text;
  readonly purpose?: Text;
  readonly product?: Text;
  readonly language: string;
  readonly subject: string;
  readonly status: MapStatus;
  readonly owner?: string;
  readonly state?: "as-is" | "to-be";
  readonly from?: string;
  readonly until?: string;
  readonly accent?: string;
  readonly ribbon?: string;
}
export interface Tag extends Placed {
  readonly tag: string;
}
export interface Evidence extends Named {
  readonly kind: EvidenceKind;
  readonly who?: EvidenceWho;
  readonly date?: string;
  readonly link?: string;
  readonly title: Text;
  readonly note?: Text;
}
export interface Item extends Placed {
  readonly text: Text;
  readonly image?: string;
  /** Keys of evidence; none makes the item an assumption. */
  readonly evidence: readonly Key[];
}
export interface Persona extends Named {
  readonly name: Text;
  readonly role?: Text;
  readonly quote?: Text;
  readonly picture?: string;
  readonly segment?: string;
  readonly portrait: Readonly<Record<PortraitList, readonly Item[]>>;
}
export interface Lane extends Named {
  readonly kind: LaneKind;
  readonly title: Text;
  readonly icon?: string;
  readonly colour?: string;
  readonly hidden: boolean;
  readonly layer?: Layer;
  readonly metric?: Metric;
}
export interface Touchpoint extends Named {
  readonly title: Text;
  readonly actor?: Text;
  readonly channel?: string;
  readonly side: "frontstage" | "backstage";
  readonly icon?: string;
  /** Names of the events it is bound to; none: it leaves none. */
  readonly events: readonly string[];
  readonly where?: string;
}
export interface Idea extends Named {
  readonly text: Text;
  readonly touchpoint?: Key;
  readonly design?: number;
  readonly development?: number;
  readonly status: IdeaStatus;
  readonly owner?: string;
  readonly liftsFrom?: Key;
  readonly liftsTo?: Key;
  readonly evidence: readonly Key[];
}
export interface Barrier extends Named {
  readonly text: Text;
  readonly criticality?: number;
  readonly personas: readonly Key[];
  readonly touchpoints: readonly Key[];
  readonly evidence: readonly Key[];
  readonly ideas: readonly Idea[];
}
export interface Emotion {
  readonly claimed?: number;
  readonly wished?: number;
  readonly word?: Text;
  readonly icon?: string;
  readonly evidence: readonly Key[];
}

/** What a stage and a step have in common. */
export interface Place extends Named {
  readonly title: Text;
  readonly moment?: Moment;
  readonly colour?: string;
  readonly hidden: boolean;
  /** By persona key. */
  readonly emotion: Readonly<Record<Key, Emotion>>;
  /** By lane key, in order. */
  readonly cells: Readonly<Record<Key, readonly Item[]>>;
  readonly barriers: readonly Barrier[];
}
export interface Step extends Place {
  readonly stage: Key;
  readonly success?: Text;
  readonly expected?: string;
  readonly touchpoints: readonly Touchpoint[];
}
export interface Stage extends Place {
  readonly goal?: Text;
  /** Id of the map that describes the stage in full. */
  readonly map?: string;
  readonly steps: readonly Step[];
}
export interface Transition extends Placed {
  readonly from: Key;
  readonly to: Key;
  readonly kind: TransitionKind;
  readonly title?: Text;
}
export interface Target extends Placed {
  readonly step: Key;
  readonly metric: Metric;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly alertAfter?: string;
}

/** A map as it stands now. */
export interface MapSnapshot {
  readonly head: Head;
  readonly tags: readonly Tag[];
  readonly evidence: readonly Evidence[];
  readonly personas: readonly Persona[];
  readonly lanes: readonly Lane[];
  readonly stages: readonly Stage[];
  readonly transitions: readonly Transition[];
  readonly targets: readonly Target[];
  /** Languages the texts are written in, the map's own first. */
  readonly languages: readonly string[];
}

/** A column of the grid: a step, or a stage without steps. */
export interface Column {
  readonly stage: Stage;
  readonly step?: Step;
  readonly place: Place;
}
