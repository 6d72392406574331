/** Names by which shortcuts call keys that have another name in events. */
const NAMES: Readonly<Record<string, string>> = { plus: "+", minus: "-", space: " ", "=": "=" };

/** Whether an event is the shortcut: `mod+D`, `alt+ArrowLeft`. Letters are looked for by their place too, so that
 * shortcuts work on a Russian keyboard. */
export function getHotkeyMatcher(shortcut: string): (event: KeyboardEvent) => boolean {
  const parts = shortcut.split("+").map((part) => part.trim().toLowerCase());
  const wanted = parts.find((part) => !["mod", "ctrl", "meta", "alt", "shift"].includes(part)) ?? "";
  const key = NAMES[wanted] ?? wanted;
  const has = (name: string) => parts.includes(name);
  return (event) => {
    const isMod = event.ctrlKey || event.metaKey;
    if (isMod !== (has("mod") || has("ctrl") || has("meta"))) return false;
    if (event.altKey !== has("alt")) return false;
    // A sign such as + may need shift by itself.
    const isSign = key.length === 1 && !/[a-z0-9]/.test(key);
    if (!isSign && event.shiftKey !== has("shift")) return false;
    const isPlace = /^[a-z]$/.test(key) && event.code === `Key${key.toUpperCase()}`;
    const isDigit = /^[0-9]$/.test(key) && event.code === `Digit${key}`;
    return event.key.toLowerCase() === key || isPlace || isDigit;
  };
}

const SYMBOLS: Readonly<Record<string, string>> = {
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  plus: "+",
  minus: "−",
  mod: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  enter: "Enter",
  delete: "Del",
  backspace: "⌫",
};

/** A shortcut as it is shown. */
export function shownKeys(shortcut: string): string {
  const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
  const parts = shortcut.split("+").map((part) => {
    const name = part.trim().toLowerCase();
    if (isMac && name === "mod") return "⌘";
    if (isMac && name === "alt") return "⌥";
    return SYMBOLS[name] ?? (name.length === 1 ? name.toUpperCase() : part.trim());
  });
  return parts.join(isMac ? "" : "+");
}
