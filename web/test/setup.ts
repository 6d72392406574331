import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll, vi } from "vitest";
import { chooseLanguage, learn } from "@/app/i18n";

// jsdom lays nothing out and lacks what Mantine asks the browser for.
if (typeof window !== "undefined") {
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener: () => {},
      removeEventListener: () => {},
      addListener: () => {},
      removeListener: () => {},
      dispatchEvent: () => false,
    }) as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => {};
  if (!document.fonts) {
    const fonts = { addEventListener: () => {}, removeEventListener: () => {} };
    Object.defineProperty(document, "fonts", { value: fonts });
  }
  beforeAll(async () => {
    await chooseLanguage("en");
    await learn("editor");
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });
}
