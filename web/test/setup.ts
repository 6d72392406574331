import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll, vi } from "vitest";
import { chooseLanguage, learn } from "@/app/i18n";

// Nothing is laid out here, so nothing is hidden by style either: looking for that takes most of a test's time.
configure({ defaultHidden: true, asyncUtilTimeout: 5_000 });

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
