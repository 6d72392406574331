import { useMediaQuery } from "@mantine/hooks";
import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Awareness } from "y-protocols/awareness";
import { useLanguage, useWords } from "@/app/i18n";
import type { Person, Spot } from "@/collab/presence";
import type { ConnectionState } from "@/collab/state";
import { useSnapshot } from "@/document/hooks";
import type { MapDocument } from "@/document/map-document";
import { readText } from "@/document/text";
import type { LaneKind, MapSnapshot, Text } from "@/document/types";
import { CommandPalette } from "./commands/CommandPalette";
import { ContextMenu } from "./commands/ContextMenu";
import { useActions } from "./commands/useActions";
import { usePageKeys } from "./commands/usePageKeys";
import classes from "./editor.module.css";
import { EmptyMap } from "./empty/EmptyMap";
import { FindDialog } from "./find/FindDialog";
import { Grid } from "./grid/Grid";
import { nearest, numbersOf } from "./grid/navigate";
import { columnsOf } from "./layout/columns";
import { rowsOf } from "./layout/rows";
import { type Measurement, stepsOf } from "./measured/measurement";
import { SidePanel } from "./panels/SidePanel";
import { StageReader } from "./reader/StageReader";
import { type Editor as EditorContext, EditorProvider } from "./state/context";
import { useLiveRegion } from "./state/LiveRegion";
import { PresenceProvider, PresenceStore } from "./state/presence";
import { selectionOf, standOn } from "./state/selection";
import type { Sight } from "./state/sight";
import { GridStore } from "./state/store";
import { useClipboard } from "./state/useClipboard";
import { useCommands } from "./state/useCommands";
import { usePeople } from "./state/usePeople";
import { useView } from "./state/view";
import { Findings } from "./top/Findings";
import { PrintNote } from "./top/PrintNote";
import { TopBar } from "./top/TopBar";

export interface EditorProps {
  readonly id: string;
  readonly document: MapDocument;
  readonly awareness: Awareness;
  readonly people: readonly Person[];
  readonly state: ConnectionState;
  /** Tries again after a refusal. */
  readonly reconnect: () => void;
  /** Tells the others in which cell one is. */
  readonly stand: (spot: Spot | undefined) => void;
  readonly canEdit: boolean;
  /** The owner may share the map, measure it and see its history. */
  readonly isOwner: boolean;
  readonly measurement: Measurement | null;
  readonly measuredAt: string | null;
}

/** The map under edit, with everything around it. What others and oneself write is drawn behind the next keystroke: a
 * letter under the fingers never waits for the picture of the whole map. */
export function Editor(props: EditorProps) {
  const snapshot = useDeferredValue(useSnapshot((snapshot) => snapshot));
  return <EditorView {...props} snapshot={snapshot} />;
}

interface ViewProps extends EditorProps {
  readonly snapshot: MapSnapshot;
}

const EditorView = memo(function EditorView(props: ViewProps) {
  const { id, document, awareness, canEdit, measurement, snapshot } = props;
  const [view, change] = useView(id);
  const pageLanguage = useLanguage();
  const t = useWords();
  const own = snapshot.head.language;
  const language = view.language ?? (snapshot.languages.includes(pageLanguage) ? pageLanguage : own);
  const scroller = useRef<HTMLDivElement>(null);
  const [isFinding, setFinding] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const { announce, region } = useLiveRegion();

  const { hiddenStages, showsHidden } = view;
  const columns = useMemo(
    () => columnsOf(snapshot, { hiddenStages, showsHidden }),
    [snapshot, hiddenStages, showsHidden],
  );
  const measured = useMemo(
    () => stepsOf(view.showsMeasured ? measurement : null),
    [measurement, view.showsMeasured],
  );
  const [store] = useState(() => new GridStore({ row: "stages", place: columns.stages[0]?.key ?? null }));
  const begun = useSyncExternalStore(store.subscribe, () => begunRow(store));
  const rows = useMemo(
    () =>
      rowsOf(snapshot, columns, {
        hasMeasurement: measured.size > 0,
        showsHidden: view.showsHidden,
        hiddenLanes: view.hiddenLanes,
        opened: view.openedLanes,
        begun,
      }),
    [snapshot, columns, measured, view.showsHidden, view.hiddenLanes, view.openedLanes, begun],
  );
  const rowsNow = useRef(rows);
  useStanding(store, rows, rowsNow);

  const isPhone = useMediaQuery("(max-width: 40em)", false, { getInitialValueInEffect: false });
  const isReader = isPhone && !view.showsGrid;
  const sight = useLatest<Sight>({ view, change, hasMeasurement: measured.size > 0, isReader });
  const commands = useCommands({ document, store, language, canEdit, rows: rowsNow, sight, announce });
  useHistorySelection(document, store, rowsNow);
  const { showsAssumptions } = view;
  const read = useCallback((text: Text | undefined) => readText(text, language, own), [language, own]);
  const laneTitle = useCallback((kind: LaneKind) => ({ "": t(`editor-lane-title-${kind}`) }), [t]);
  const imageUrl = useCallback(
    (name: string) => (name.startsWith("data:") ? name : `/api/v1/maps/${id}/${name}`),
    [id],
  );
  const editor = useMemo<EditorContext>(
    () => ({
      id,
      document,
      awareness,
      store,
      canEdit,
      language,
      own,
      showsAssumptions,
      read,
      imageUrl,
      laneTitle,
      openMenu: setMenu,
      ...commands,
    }),
    [
      id,
      document,
      awareness,
      store,
      canEdit,
      language,
      own,
      showsAssumptions,
      read,
      imageUrl,
      laneTitle,
      commands,
    ],
  );
  const onZoom = useCallback((zoom: number) => change({ zoom }), [change]);
  const openTransitions = useCallback(() => change({ panel: "transitions" }), [change]);
  const closePanel = useCallback(() => change({ panel: null }), [change]);
  const closeMenu = useCallback(() => setMenu(null), []);
  const [presence] = useState(() => new PresenceStore());
  usePeople(presence, props.people, props.stand, store, rows);
  const clipboard = useClipboard(editor, rowsNow);
  const actions = useActions(editor, rowsNow, {
    view,
    change,
    clipboard: clipboard.ways,
    openFind: () => setFinding(true),
    scroller,
    columns,
  });
  usePageKeys(actions);

  return (
    <EditorProvider value={editor}>
      <PresenceProvider value={presence}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the shortcuts of everything inside. */}
        <div className={classes.editor} onKeyDown={actions.onKeyDown} {...clipboard.handlers}>
          <TopBar {...props} snapshot={snapshot} view={view} change={change} actions={actions} />
          <PrintNote title={read(snapshot.head.title)} />
          <Findings
            snapshot={snapshot}
            columns={columns}
            measured={measured}
            measurement={view.showsMeasured ? measurement : null}
          />
          <div className={classes.body}>
            {isFinding && <FindDialog rows={rowsNow} onClose={() => setFinding(false)} />}
            <main className={classes.main}>
              {snapshot.stages.length === 0 ? (
                <EmptyMap />
              ) : isReader ? (
                <StageReader
                  snapshot={snapshot}
                  columns={columns}
                  measured={measured}
                  onShowGrid={() => change({ showsGrid: true })}
                />
              ) : (
                <Grid
                  actions={actions}
                  onZoom={onZoom}
                  snapshot={snapshot}
                  columns={columns}
                  rows={rows}
                  view={view}
                  measured={measured}
                  scroller={scroller}
                  onOpenTransition={openTransitions}
                />
              )}
            </main>
            <SidePanel id={view.panel} rows={rowsNow} onClose={closePanel} />
          </div>
          <CommandPalette actions={actions} />
          <ContextMenu at={menu} actions={actions} onClose={closeMenu} />
          {region}
        </div>
      </PresenceProvider>
    </EditorProvider>
  );
});

/** The row of single texts one stands or writes in. */
function begunRow(store: GridStore): string | undefined {
  const { row } = store.state.active;
  return row === "goals" || row === "success" ? row : undefined;
}

/** What was given at the last drawing, for what happens between two. */
function useLatest<Value>(value: Value): React.RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Keeps the place one stands on while rows and columns come and go. */
function useStanding(
  store: GridStore,
  rows: ReturnType<typeof rowsOf>,
  now: React.RefObject<ReturnType<typeof rowsOf>>,
): void {
  const before = useRef<ReturnType<typeof numbersOf> | null>(null);
  useLayoutEffect(() => {
    now.current = rows;
  }, [rows, now]);
  // Before the next key is heard: it may have gone on from a place that is new.
  useLayoutEffect(() => {
    const { active } = store.state;
    const there = nearest(rows, active, before.current);
    if (there.row !== active.row || there.place !== active.place) {
      const hadFocus = globalThis.document.activeElement === globalThis.document.body;
      if (hadFocus) store.go(there);
      else store.settle(there);
    }
    before.current = numbersOf(rows, there);
  }, [rows, store]);
}

/** Undo and redo go back to where the change was made. */
function useHistorySelection(
  document: MapDocument,
  store: GridStore,
  rows: React.RefObject<ReturnType<typeof rowsOf>>,
): void {
  useEffect(() => {
    document.undo.selection = () => selectionOf(document, rows.current, store.state);
    document.undo.onRestore = (selection) => {
      if (!store.state.editing) standOn(store, document.snapshot, rows.current, selection);
    };
    return () => {
      document.undo.selection = () => undefined;
      document.undo.onRestore = () => undefined;
    };
  }, [document, store, rows]);
}
