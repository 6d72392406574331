import { useCallback, useEffect, useLayoutEffect, useRef } from "react";

/** Gives the focus back to where it was when something opened over the page: when that closes, or sooner by the call it
 * returns, before what was chosen there goes elsewhere. `orElse` is asked where it was in something that is gone. Mantine's
 * own `returnFocus` is to be off beside it: it acts a moment after closing, and would take the focus from where a command has
 * brought it. */
export function useComeBack(isOpen: boolean, orElse?: () => void): () => void {
  const from = useRef<Element | null>(null);
  const otherwise = useRef(orElse);
  useEffect(() => {
    otherwise.current = orElse;
  }, [orElse]);
  const comeBack = useCallback(() => {
    const element = from.current;
    from.current = null;
    if (element instanceof HTMLElement && element.isConnected && !isPassing(element)) {
      element.focus({ preventScroll: true });
    } else if (element) otherwise.current?.();
  }, []);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (isOpen) from.current = focused;
    else if (focused === null || isPassing(focused)) comeBack();
  }, [isOpen, comeBack]);
  return comeBack;
}

/** The focus is nowhere, or in something over the page. */
function isPassing(focused: Element): boolean {
  return focused === document.body || focused.closest("[data-portal]") !== null;
}
