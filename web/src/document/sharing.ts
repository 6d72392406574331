/** Keeps the identity of values from one reading to the next: a new value that holds the same parts as the last one in
 * its slot is replaced by it. Slots that a reading does not use are forgotten. */
export class Sharing {
  private last = new Map<string, unknown>();
  private next = new Map<string, unknown>();
  private lastSets = new Map<string, ReadonlySet<unknown>>();

  begin(): void {
    this.next = new Map();
  }

  end(): void {
    this.last = this.next;
  }

  keep<T extends object>(slot: string, value: T): T {
    const before = this.last.get(slot) as T | undefined;
    const kept = before !== undefined && hasSameParts(before, value) ? before : value;
    this.next.set(slot, kept);
    return kept;
  }

  /** Makes a value anew only if one of its inputs is another object than last time. The maker gets the last value, to
   * take over what is the same. */
  memo<T extends object>(slot: string, inputs: readonly unknown[], make: (before: T | undefined) => T): T {
    const before = this.last.get(slot) as { inputs: readonly unknown[]; value: T } | undefined;
    const isSame = before?.inputs.every((input, at) => input === inputs[at]) ?? false;
    if (before && isSame) {
      this.next.set(slot, before);
      return before.value;
    }
    const made = make(before?.value);
    const value = before && hasSameParts(before.value, made) ? before.value : made;
    this.next.set(slot, { inputs, value });
    return value;
  }

  keepSet<T>(slot: string, value: ReadonlySet<T>): ReadonlySet<T> {
    const before = this.lastSets.get(slot) as ReadonlySet<T> | undefined;
    const isSame = before?.size === value.size && [...value].every((one) => before.has(one));
    const kept = before !== undefined && isSame ? before : value;
    this.lastSets.set(slot, kept);
    return kept;
  }
}

/** Whether two values hold the same parts, in the same order if they are lists. */
export function hasSameParts(one: object, other: object): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((part, at) => part === other[at]);
  }
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return names.every((name) => Object.hasOwn(right, name) && left[name] === right[name]);
}
