import { Component, type ReactNode } from "react";
import { isMissingFile } from "@/ui/chunk";
import { Trouble } from "@/ui/Trouble";
import { words } from "./i18n";

interface State {
  error: Error | null;
}

/** Shows what to do when a part of the page breaks, instead of an empty window. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) {
      return this.props.children;
    }
    return (
      <Trouble
        title={words("app-broken-title")}
        advice={words(isMissingFile(error) ? "app-broken-old" : "app-broken-advice")}
        detail={error.message}
        action={{ label: words("app-broken-reload"), run: () => window.location.reload() }}
      />
    );
  }
}
