import { defaultKeymap } from "@codemirror/commands";
import { Compartment, EditorSelection, EditorState, type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder as placeholderOf } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "react";
import { yCollab, yUndoManagerKeymap } from "y-codemirror.next";
import { giveId } from "@/document/edits/naming";
import type { Key } from "@/document/types";

import { type Leaving, useEditor } from "../state/context";
import { keepTyped } from "../state/typing";
import classes from "./text.module.css";

interface Props {
  readonly record: Key;
  readonly field: string;
  readonly label: string;
  readonly placeholder: string;
  /** How the text reads, until it can be written in. */
  readonly shown: string;
}

/** A text under edit, together with everybody else who writes in it. */
export default function TextEditor({ record, field, label, placeholder }: Props) {
  const { document, awareness, store, language, leave } = useEditor();
  const host = useRef<HTMLDivElement>(null);
  const shownView = useRef<EditorView>(null);
  // What others rename around a text under edit does not end the edit.
  const latest = useRef({ leave, naming: namingOf(label, placeholder) });
  useLayoutEffect(() => {
    const naming = namingOf(label, placeholder);
    latest.current = { leave, naming };
    shownView.current?.dispatch({ effects: namings.reconfigure(naming) });
  }, [leave, label, placeholder]);

  useEffect(() => {
    const box = host.current;
    if (!box) return;
    keepTyped(document, store, language);
    const text = document.text(record, field, language);
    const { editing } = store.state;
    const leaving = (how: Leaving) => () => {
      latest.current.leave(how);
      return true;
    };
    const isUnderWay = () => {
      const now = store.state.editing;
      return now !== null && now.record === editing?.record && now.field === editing.field;
    };
    const view = new EditorView({
      parent: box,
      state: EditorState.create({
        doc: text.toString(),
        selection: EditorSelection.cursor(text.length),
        extensions: [
          Prec.highest(
            keymap.of([
              { key: "Escape", run: leaving("escape") },
              { key: "Enter", run: leaving("enter"), shift: newline },
              { key: "Mod-Enter", run: leaving("another") },
              { key: "Tab", run: leaving("tab"), shift: leaving("back") },
              { key: "Mod-b", run: wrap("**") },
              { key: "Mod-i", run: wrap("*") },
            ]),
          ),
          keymap.of([...yUndoManagerKeymap, ...defaultKeymap]),
          yCollab(text, awareness, { undoManager: document.undo.manager }),
          EditorView.lineWrapping,
          look,
          namings.of(latest.current.naming),
          EditorView.contentAttributes.of({ spellcheck: "true", dir: "auto", lang: language }),
          EditorView.domEventHandlers({
            // The window's own loss of focus does not end the edit, nor does this text's the edit of the next; and a row
            // that others move takes the focus along, a moment after the text has lost it.
            blur: () => {
              queueMicrotask(() => {
                const page = globalThis.document;
                const isLeft = page.hasFocus() && !box.contains(page.activeElement);
                if (isLeft && isUnderWay()) latest.current.leave("blur");
              });
              return false;
            },
          }),
        ],
      }),
    });
    shownView.current = view;
    view.focus();
    return () => {
      shownView.current = null;
      view.destroy();
      giveId(document, record);
    };
  }, [document, awareness, store, language, record, field]);

  // The grid's keys and drags do not reach into a text.
  const keep = (event: { stopPropagation(): void }) => event.stopPropagation();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only shields the text box inside from the grid.
    <div
      ref={host}
      className={classes.editor}
      onKeyDown={keep}
      onPointerDown={keep}
      onDoubleClick={keep}
      onCopy={keep}
      onCut={keep}
      onPaste={keep}
    />
  );
}

const namings = new Compartment();

/** What the text is called, and what stands in it while it is empty. */
function namingOf(label: string, placeholder: string): Extension {
  return [placeholderOf(placeholder), EditorView.contentAttributes.of({ "aria-label": label })];
}

function newline(view: EditorView): boolean {
  view.dispatch(view.state.replaceSelection("\n"), { scrollIntoView: true });
  return true;
}

/** Puts marks around what is selected, or takes them away. */
function wrap(mark: string) {
  return ({ state, dispatch }: EditorView): boolean => {
    const length = mark.length;
    const change = state.changeByRange((range) => {
      const [before, after] = [range.from - length, range.to + length];
      const isMarked =
        before >= 0 &&
        state.sliceDoc(before, range.from) === mark &&
        state.sliceDoc(range.to, after) === mark;
      if (isMarked) {
        return {
          changes: [
            { from: before, to: range.from },
            { from: range.to, to: after },
          ],
          range: EditorSelection.range(before, range.to - length),
        };
      }
      return {
        changes: [
          { from: range.from, insert: mark },
          { from: range.to, insert: mark },
        ],
        range: EditorSelection.range(range.from + length, range.to + length),
      };
    });
    dispatch(state.update(change, { userEvent: "input" }));
    return true;
  };
}

const look = EditorView.theme({
  "&": { fontSize: "inherit", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflow: "visible" },
  ".cm-content": { padding: "0", caretColor: "currentColor" },
  ".cm-line": { padding: "0" },
  ".cm-placeholder": { color: "var(--mantine-color-placeholder)" },
  ".cm-ySelectionInfo": {
    fontFamily: "inherit",
    fontSize: "11px",
    borderRadius: "3px",
    padding: "0 4px",
    opacity: "1",
  },
});
