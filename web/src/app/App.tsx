import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useEffect, useState } from "react";
import { chunk, Nothing } from "@/ui/chunk";
import { onFirstNotice } from "@/ui/tell";
import { ErrorBoundary } from "./ErrorBoundary";
import { Floating } from "./Floating";
import { Routes } from "./Routes";
import { theme, variables } from "./theme";

// No screen needs it to be drawn, and none may break for want of it.
const Notices = chunk(() => import("@/ui/Notices"), Nothing, Nothing);
// The same key as in scheme.js, which sets the scheme before the first paint.
const schemes = localStorageColorSchemeManager({ key: "kelias-scheme" });

/** The whole page: what every screen stands in. */
export function App({ queries }: { queries: QueryClient }) {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queries}>
          <NoticesWhenDue />
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
          <Floating />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}

/** Without a message, the corner for messages is fetched after so long: in time to say that the connection is gone. */
const NOTICES_AFTER_MS = 5_000;

function NoticesWhenDue() {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const due = () => setDue(true);
    const timer = setTimeout(due, NOTICES_AFTER_MS);
    const stop = onFirstNotice(due);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return isDue && <Notices />;
}
