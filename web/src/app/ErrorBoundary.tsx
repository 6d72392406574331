import type { ReactNode } from "react";
import { Boundary } from "@/ui/Boundary";
import { isMissingFile } from "@/ui/chunk";
import { Trouble } from "@/ui/Trouble";
import { words } from "./i18n";

/** Shows what to do when a screen breaks, instead of an empty window. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return <Boundary broken={trouble}>{children}</Boundary>;
}

function trouble(error: Error): ReactNode {
  return (
    <Trouble
      title={words("app-broken-title")}
      advice={words(isMissingFile(error) ? "app-broken-old" : "app-broken-advice")}
      detail={error.message}
      action={{ label: words("app-broken-reload"), run: () => window.location.reload() }}
    />
  );
}
