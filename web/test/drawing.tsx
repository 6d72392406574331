import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { createQueryClient } from "@/api/query";
import { theme } from "@/app/theme";
import Notices from "@/ui/Notices";

/** Draws a part of the page with what every screen stands in; `history` tells where the user has been led. */
export function draw(part: ReactNode, at = "/"): RenderResult & { history: string[] } {
  const location = memoryLocation({ path: at, record: true });
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { retry: false } });
  const drawn = render(
    <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <Router hook={location.hook} searchHook={location.searchHook}>
          <Notices />
          {part}
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...drawn, history: location.history };
}
