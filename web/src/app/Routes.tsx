import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Waiting } from "@/ui/Waiting";
import { NotFound } from "./NotFound";
import { SignedIn } from "./SignedIn";

const PortfolioPage = lazy(() => import("@/features/portfolio/PortfolioPage"));
const GreetingPage = lazy(() => import("@/features/share/GreetingPage"));

/** Which screen stands at which address. */
export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/">
          <SignedIn>
            <PortfolioPage />
          </SignedIn>
        </Route>
        <Route path="/share/:secret">{({ secret }) => <GreetingPage secret={secret} />}</Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}
