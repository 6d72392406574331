import type { ReactNode } from "react";
import { Redirect } from "wouter";
import { problemWords } from "@/api/problem";
import { useSession } from "@/api/session";
import { Trouble } from "@/ui/Trouble";
import { Waiting } from "@/ui/Waiting";
import { useWords } from "./i18n";
import { SignedOut } from "./SignedOut";

interface Props {
  /** The map the screen shows; none: the portfolio, which guests are led on from. */
  map?: string;
  children: ReactNode;
}

/** Lets a screen be seen by those who have signed in; the server decides about every request all the same. */
export function SignedIn({ map, children }: Props) {
  const t = useWords();
  const { data: session, error, refetch } = useSession();
  if (session === null) {
    return <SignedOut />;
  }
  if (session) {
    const [lastShared] = session.maps ?? [];
    return lastShared && !session.maps?.some((shared) => shared.map === map) ? (
      <Redirect to={`/maps/${lastShared.map}`} replace />
    ) : (
      children
    );
  }
  if (error) {
    return (
      <Trouble
        title={t("app-unreachable-title")}
        advice={problemWords(t, error)}
        action={{ label: t("app-try-again"), run: () => refetch() }}
      />
    );
  }
  return <Waiting />;
}
