import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, StrictMode, Suspense } from "react";
import { createQueryClient } from "@/api/query";
import { ErrorBoundary } from "./ErrorBoundary";
import { Routes } from "./Routes";
import { theme, variables } from "./theme";

// Not needed for the first picture of any screen.
const Notices = lazy(() => import("@/ui/Notices"));
const queries = createQueryClient();
// The same key as in scheme.js, which sets the scheme before the first paint.
const schemes = localStorageColorSchemeManager({ key: "kelias-scheme" });

/** The whole page: what every screen stands in. */
export function App() {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={schemes}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queries}>
          <Suspense>
            <Notices />
          </Suspense>
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
