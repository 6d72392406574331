import { useEffect } from "react";
import type { Commands } from "./command";
import { getHotkeyMatcher } from "./hotkeys";

/** Groups of commands that need nothing chosen. */
const GROUPS = new Set(["view", "history"]);

/** Hears shortcuts while nothing has the focus, as just after a map was opened: of the view, and undo. What changes the
 * thing one stands on waits until one stands there. */
export function usePageKeys(actions: Commands): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.target !== document.body) return;
      const command = actions
        .now()
        .find(
          ({ group, isEnabled, keys }) =>
            isEnabled && GROUPS.has(group) && keys.some((key) => getHotkeyMatcher(key)(event)),
        );
      if (!command) return;
      event.preventDefault();
      actions.start(command.id);
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [actions]);
}
