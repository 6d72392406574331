import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";

/** How long a pointer rests before the hint opens, and may be on its way from the number to the hint. */
const OPENS_AFTER_MS = 250;
const CLOSES_AFTER_MS = 150;

type Cause = "pointer" | "focus";

/** What is explained beside a number of a cell, for as long as somebody asks for it. */
export interface Hint {
  readonly id: string;
  readonly isOpen: boolean;
  /** For the number that is explained. */
  readonly number: RefObject<HTMLDivElement | null>;
  readonly ofPointer: { readonly onMouseEnter: () => void; readonly onMouseLeave: () => void };
  readonly ofCell: {
    readonly describedBy: string | undefined;
    readonly onPointerDown: () => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** Opens a hint for a pointer that rests on the number, and for the keyboard while the cell or the number in it has the
 * focus. It stays while the pointer goes over to it, and until Escape or neither asks for it (WCAG 1.4.13). */
export function useHint(): Hint {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const number = useRef<HTMLDivElement>(null);
  const causes = useRef(new Set<Cause>());
  const isPressed = useRef(false);
  const timer = useRef(0);

  const after = useCallback((delay: number, isOpen: boolean) => {
    clearTimeout(timer.current);
    if (delay === 0) setOpen(isOpen);
    else timer.current = window.setTimeout(() => setOpen(isOpen), delay);
  }, []);
  const begin = useCallback(
    (cause: Cause) => {
      causes.current.add(cause);
      // A screen reader asks for the description as soon as the focus has come.
      after(cause === "focus" ? 0 : OPENS_AFTER_MS, true);
    },
    [after],
  );
  const end = useCallback(
    (cause: Cause) => {
      if (!causes.current.delete(cause) || causes.current.size > 0) return;
      after(cause === "focus" ? 0 : CLOSES_AFTER_MS, false);
    },
    [after],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!isOpen) return;
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      after(0, false);
      // Where the hint is the focus's own, the key is spent: the card is left by the next one.
      if (!causes.current.has("focus")) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", dismiss, true);
    return () => window.removeEventListener("keydown", dismiss, true);
  }, [isOpen, after]);

  return useMemo(
    () => ({
      id,
      isOpen,
      number,
      ofPointer: { onMouseEnter: () => begin("pointer"), onMouseLeave: () => end("pointer") },
      ofCell: {
        describedBy: isOpen ? id : undefined,
        // Who clicks has a pointer to rest on the number.
        onPointerDown: () => {
          isPressed.current = true;
        },
        onFocus: ({ target, currentTarget }) => {
          const isExplained = target === currentTarget || target === number.current;
          if (!isExplained) end("focus");
          else if (!isPressed.current) begin("focus");
          isPressed.current = false;
        },
        onBlur: ({ currentTarget, relatedTarget }) => {
          isPressed.current = false;
          if (!currentTarget.contains(relatedTarget as Node | null)) end("focus");
        },
      },
    }),
    [id, isOpen, begin, end],
  );
}
