import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useWords, type Words } from "@/app/i18n";
import { ACTIONS } from "@/document/actions";
import type { Action, ActionContext } from "@/document/actions/action";
import { laneIn, stageIn } from "@/document/actions/selected";
import { plainText as plain } from "@/document/markdown";
import type { Columns } from "../layout/columns";
import { fittingZoom, zoomIn, zoomOut } from "../layout/geometry";
import { canSayOfWhole, type GridRow } from "../layout/rows";
import type { Editor } from "../state/context";
import { selectionOf } from "../state/selection";
import type { ClipboardWays } from "../state/useClipboard";
import { toggled, type View } from "../state/view";
import { posterUrl } from "../top/poster";
import { clipboardCommands } from "./clipboardCommands";
import type { Command, Commands } from "./command";
import { getHotkeyMatcher } from "./hotkeys";
import { linkCommands } from "./linkCommands";
import { palette } from "./palette";

export interface Looking {
  readonly view: View;
  readonly change: (change: Partial<View>) => void;
  readonly clipboard: ClipboardWays;
  readonly openFind: () => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly columns: Columns;
}

/** All commands of the editor: menus, palette and shortcuts are made from the same list. */
export function useActions(editor: Editor, rows: RefObject<readonly GridRow[]>, looking: Looking): Commands {
  const t = useWords();
  const [asking, setAsking] = useState<Command | null>(null);
  // What is looked at is asked when a command is: the bar and the menus are not drawn anew with every letter.
  const latest = useRef(looking);
  useLayoutEffect(() => {
    latest.current = looking;
  });

  const now = useCallback((): Command[] => {
    const { document, language, laneTitle, store } = editor;
    const context: ActionContext = {
      document,
      language,
      laneTitle,
      snapshot: document.snapshot,
      selection: selectionOf(document, rows.current, store.state),
    };
    const ofMap = editor.canEdit
      ? ACTIONS.filter((action) => action.appliesTo(context)).map((action) =>
          ofAction(action, context, editor, t),
        )
      : [];
    return [
      ...clipboardCommands(latest.current.clipboard, context, editor, t),
      ...ofMap,
      ...wholeCommands(latest.current, context, editor, t),
      ...linkCommands(context, editor, t),
      ...viewCommands(latest.current, editor, t),
    ];
  }, [editor, rows, t]);

  const begin = useCallback((command: Command | undefined) => {
    if (!command?.isEnabled) return;
    if (command.asks) setAsking(command);
    else command.run();
  }, []);

  return useMemo(
    () => ({
      now,
      asking,
      start: (id) => begin(now().find((command) => command.id === id)),
      answer: (argument) => {
        setAsking(null);
        if (argument !== undefined) asking?.run(argument);
      },
      onKeyDown: (event) => {
        if (event.defaultPrevented || isTyping(event.target) || MODIFIERS.has(event.key)) return;
        const command = now().find(
          ({ keys, isEnabled }) => isEnabled && keys.some((key) => getHotkeyMatcher(key)(event.nativeEvent)),
        );
        if (!command) return;
        event.preventDefault();
        event.stopPropagation();
        begin(command);
      },
    }),
    [now, begin, asking],
  );
}

/** Keys that are held for another to come: what could be done is not asked for them. */
const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);

function ofAction(action: Action, context: ActionContext, editor: Editor, t: Words): Command {
  return {
    id: action.id,
    group: action.group,
    label: t(action.label),
    icon: action.icon,
    keys: action.keys ?? [],
    ...(action.asks ? { asks: action.asks, current: action.current?.(context) } : {}),
    isClearable: action.isClearable ?? false,
    isEnabled: action.isEnabled(context),
    isInMenu: !["head", "history", "persona", "evidence"].includes(action.group),
    run: (argument) => editor.apply(action.run(context, argument)),
  };
}

/** Commands that change how the map is seen, by nobody but the reader. */
function viewCommands(looking: Looking, editor: Editor, t: Words): Command[] {
  const { view, change, scroller, columns } = looking;
  const command = (name: string, icon: string, keys: readonly string[], run: () => void): Command => ({
    id: `view-${name}`,
    group: "view",
    label: t(`editor-view-${name}`),
    icon,
    keys,
    isEnabled: true,
    isInMenu: name === "details",
    run,
  });
  const width = () => scroller.current?.clientWidth ?? 1280;
  const zoom = (zoom: number) => change({ zoom });
  return [
    command("palette", "IconCommand", ["mod+K"], () => palette.open()),
    command("find", "IconSearch", ["mod+F"], looking.openFind),
    command("details", "IconLayoutSidebarRight", ["alt+Enter"], () =>
      change({ panel: view.panel === "details" ? null : "details" }),
    ),
    // Better than a print of the page: the whole map, laid out for paper.
    command("print", "IconPrinter", ["mod+P"], () =>
      window.open(posterUrl(editor.id, "pdf", editor.language, view), "_blank", "noopener"),
    ),
    command("zoom-in", "IconZoomIn", ["mod+=", "mod+plus", "mod+shift+plus"], () => zoom(zoomIn(view.zoom))),
    command("zoom-out", "IconZoomOut", ["mod+minus"], () => zoom(zoomOut(view.zoom))),
    command("zoom-usual", "IconZoomReset", ["mod+0"], () => zoom(1)),
    command("fit", "IconArrowsHorizontal", ["shift+1"], () =>
      zoom(fittingZoom(columns.columns.length, width())),
    ),
    command("assumptions", "IconHelpCircle", ["alt+A"], () =>
      change({ showsAssumptions: !view.showsAssumptions }),
    ),
    command("measured", "IconChartBar", ["alt+M"], () => change({ showsMeasured: !view.showsMeasured })),
    command("hidden", "IconEye", ["alt+H"], () => change({ showsHidden: !view.showsHidden })),
    ...columns.stages.map(
      ({ key, stage }): Command => ({
        id: `jump-${key}`,
        group: "jump",
        label: t("editor-jump-to", { stage: plain(editor.read(stage.title)) }),
        icon: "IconArrowRight",
        keys: [],
        isEnabled: true,
        isInMenu: false,
        run: () => editor.store.go({ row: "stages", place: key }),
      }),
    ),
  ];
}

/** Of a lane: the row in which things are written for whole stages. Where something stands there it is always shown. */
function wholeCommands(looking: Looking, context: ActionContext, editor: Editor, t: Words): Command[] {
  const { view, change, columns } = looking;
  const lane = laneIn(context);
  if (!lane || !canSayOfWhole(context.snapshot, lane)) return [];
  const isOpen = view.openedLanes.has(lane.key);
  const stage = stageIn(context)?.key ?? columns.stages[0]?.key ?? null;
  const name = isOpen ? "whole-hide" : "whole-show";
  return [
    {
      id: `view-${name}`,
      group: "lane",
      label: t(`editor-view-${name}`),
      icon: isOpen ? "IconEyeOff" : "IconLayoutRows",
      keys: [],
      isEnabled: true,
      isInMenu: true,
      run: () => {
        change({ openedLanes: toggled(view.openedLanes, lane.key) });
        editor.store.go(isOpen ? { row: lane.key, place: null } : { row: `${lane.key}/whole`, place: stage });
      },
    },
  ];
}

/** Keys in a field belong to the field. */
function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
