/** Undo and redo of one person: what others did in the meantime stays. */

import * as Y from "yjs";

/** What is undone in one go: one command, or typing without a pause of this many milliseconds. */
const TYPING_PAUSE_MS = 600;
const SELECTION = "selection";

/** The origin of what this person does. */
export class Command {
  constructor(readonly name: string) {}
}

export class History<Selection = unknown> {
  /** For editors of text that bind themselves to a Y.Text, such as y-codemirror.next. */
  readonly manager: Y.UndoManager;
  /** Asked before each command; what it answers is restored when the command is undone. */
  selection: () => Selection | undefined = () => undefined;
  /** Told what to select after undo and redo. */
  onRestore: (selection: Selection) => void = () => undefined;
  private readonly listeners = new Set<() => void>();
  private isJoining = false;

  constructor(doc: Y.Doc) {
    this.manager = new Y.UndoManager(doc, {
      trackedOrigins: new Set<unknown>([Command]),
      captureTimeout: TYPING_PAUSE_MS,
    });
    this.manager.on("stack-item-added", ({ stackItem }) => {
      stackItem.meta.set(SELECTION, this.selection());
      this.tell();
    });
    this.manager.on("stack-item-popped", ({ stackItem }) => {
      const selection = stackItem.meta.get(SELECTION) as Selection | undefined;
      if (selection !== undefined) this.onRestore(selection);
      this.tell();
    });
    this.manager.on("stack-cleared", () => this.tell());
  }

  get canUndo(): boolean {
    return this.manager.canUndo();
  }

  get canRedo(): boolean {
    return this.manager.canRedo();
  }

  /** Takes back this person's last command or typing; false if there is none. */
  undo(): boolean {
    return this.manager.undo() !== null;
  }

  redo(): boolean {
    return this.manager.redo() !== null;
  }

  /** Makes what the body does part of the step before: both are undone in one go. */
  join<T>(body: () => T): T {
    this.isJoining = true;
    this.manager.lastChange = Date.now();
    try {
      return body();
    } finally {
      this.isJoining = false;
    }
  }

  /** Runs a command as one step of undo. */
  run<T>(name: string, body: () => T): T {
    if (!this.isJoining) this.manager.stopCapturing();
    const result = this.manager.doc.transact(body, new Command(name));
    this.manager.stopCapturing();
    return result;
  }

  /** Calls the listener when what can be undone or redone may have changed. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
