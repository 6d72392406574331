import type { Words } from "@/app/i18n";
import { lookup } from "@/document/lookup";
import { plainText as plain } from "@/document/markdown";
import type { MapSnapshot, Text } from "@/document/types";
import type { Columns } from "../layout/columns";
import type { MeasuredSteps, Measurement } from "../measured/measurement";
import { worstStep } from "../measured/worst";
import { coverage } from "../state/evidence";
import type { Numbers } from "../state/numbers";

/** Something the map says: a number and what it is of. */
export interface Finding {
  readonly value: string;
  readonly words: string;
  readonly isBad: boolean;
}

interface Sources {
  readonly snapshot: MapSnapshot;
  readonly columns: Columns;
  readonly steps: MeasuredSteps;
  readonly measurement: Measurement | null;
  readonly t: Words;
  readonly numbers: Numbers;
  readonly read: (text: Text | undefined) => string;
}

const SUBJECTS = new Set(["customer", "employee", "partner", "patient", "order"]);

/** What the map says in words with numbers; measured where it can, of itself where nothing is measured. */
export function findingsOf(sources: Sources): Finding[] {
  return sources.measurement ? measured(sources, sources.measurement) : own(sources);
}

function measured(sources: Sources, measurement: Measurement): Finding[] {
  const { snapshot, columns, steps, t, numbers, read } = sources;
  const findings: Finding[] = [];
  const add = (value: string, words: string, isBad = false) => findings.push({ value, words, isBad });
  const titles = new Map(
    [...lookup(snapshot).places.values()].map((place) => [place.id, plain(read(place.title))]),
  );
  const subject = SUBJECTS.has(snapshot.head.subject) ? snapshot.head.subject : "other";
  add(
    numbers.count(measurement.travellers),
    t(`editor-finding-travellers-${subject}`, { count: measurement.travellers }),
  );
  const last = columns.columns.findLast(({ place }) => (steps.get(place.id)?.travellers ?? 0) > 0)?.place;
  const reached = last && steps.get(last.id);
  if (last && reached?.share != null) {
    const range =
      reached.share_low !== null && reached.share_high !== null
        ? ` (${numbers.interval(reached.share_low, reached.share_high, 1)})`
        : "";
    add(
      numbers.percent(reached.share, 1),
      t("editor-finding-overall", { place: titles.get(last.id) ?? "" }) + range,
    );
  }
  if (measurement.evidence_coverage !== null) {
    add(numbers.percent(measurement.evidence_coverage), t("editor-finding-evidence"));
  }
  const worst = worstStep(snapshot, columns, steps);
  if (worst?.conversion_to_next != null && worst.next) {
    const words = t("editor-finding-worst", {
      from: titles.get(worst.step) ?? worst.step,
      to: titles.get(worst.next) ?? worst.next,
    });
    add(numbers.percent(1 - worst.conversion_to_next), words, true);
  }
  const [most, ...others] = [...measurement.not_on_map].sort(
    (one, other) => other.travellers - one.travellers,
  );
  if (most) {
    add(
      numbers.count(most.travellers),
      t("editor-finding-not-on-map", { event: most.event, others: others.length }),
      true,
    );
  }
  const never = measurement.never_taken.map((id) => titles.get(id) ?? id);
  if (never.length > 0) {
    add(numbers.count(never.length), t("editor-finding-never-taken", { places: never.join(", ") }), true);
  }
  return findings;
}

function own({ snapshot, t, numbers, read }: Sources): Finding[] {
  const known = lookup(snapshot);
  const findings: Finding[] = [];
  const add = (count: number, id: string, args = {}) => {
    if (count > 0)
      findings.push({ value: numbers.count(count), words: t(id, { count, ...args }), isBad: false });
  };
  add(snapshot.stages.length, "editor-finding-stages");
  add(known.steps.size, "editor-finding-steps");
  const touchpoints = [...known.touchpoints.values()];
  const bound = touchpoints.filter(({ touchpoint }) => touchpoint.events.length > 0).length;
  add(touchpoints.length, "editor-finding-touchpoints", { bound: numbers.count(bound) });
  const share = coverage(snapshot);
  if (share !== undefined) {
    findings.push({ value: numbers.percent(share), words: t("editor-finding-evidence"), isBad: false });
  }
  const barriers = [...known.barriers.values()].map(({ barrier }) => barrier);
  add(barriers.length, "editor-finding-barriers");
  // The first of equally critical ones: the map's order is the journey's.
  const critical = barriers.reduce<(typeof barriers)[number] | undefined>(
    (most, one) => ((one.criticality ?? 0) > (most?.criticality ?? 0) ? one : most),
    undefined,
  );
  if (critical?.criticality) {
    const words = t("editor-finding-critical", {
      value: critical.criticality,
      barrier: plain(read(critical.text)),
    });
    findings.push({ value: "", words, isBad: true });
  }
  return findings;
}
