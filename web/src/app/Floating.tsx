import { useWords } from "./i18n";

/** The landmark of everything that is drawn above the page: menus, hints, lists and dialogs. Mantine draws them into the
 * element that has this attribute; left to itself it makes one that is part of no landmark. */
export function Floating() {
  const t = useWords();
  return <section data-mantine-shared-portal-node aria-label={t("app-floating")} />;
}
