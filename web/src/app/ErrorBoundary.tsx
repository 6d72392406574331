import { Component, type ReactNode } from "react";
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
        advice={words(isOldPage(error) ? "app-broken-old" : "app-broken-advice")}
        detail={error.message}
        action={{ label: words("app-broken-reload"), run: () => window.location.reload() }}
      />
    );
  }
}

/** A chunk that is gone: the server has been replaced by a newer one since the page was opened. */
function isOldPage(error: Error): boolean {
  return /dynamically imported module|module script failed|preload CSS/i.test(error.message);
}
