import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createQueryClient } from "@/api/query";
import { ErrorBoundary } from "./ErrorBoundary";
import { Routes } from "./Routes";
import { theme, variables } from "./theme";

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
          <Notifications position="bottom-center" limit={4} />
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
