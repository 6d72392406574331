import { useLocation } from "wouter";
import { Trouble } from "@/ui/Trouble";
import { useWords } from "./i18n";

export function NotFound() {
  const t = useWords();
  const [, go] = useLocation();
  return (
    <Trouble
      title={t("app-not-found-title")}
      advice={t("app-not-found-advice")}
      action={{ label: t("app-to-maps"), run: () => go("/") }}
    />
  );
}
