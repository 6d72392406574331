import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { Waiting } from "@/ui/Waiting";
import { learn } from "./i18n";
import { NotFound } from "./NotFound";
import { SignedIn } from "./SignedIn";

const PortfolioPage = lazy(() => import("@/features/portfolio/PortfolioPage"));
const EditorPage = lazy(async () => {
  const [page] = await Promise.all([import("@/features/editor/EditorPage"), learn("editor")]);
  return page;
});
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
        <Route path="/maps/:id">
          {({ id }) => (
            <SignedIn map={id}>
              <EditorPage key={id} id={id} present={false} />
            </SignedIn>
          )}
        </Route>
        <Route path="/maps/:id/present">
          {({ id }) => (
            <SignedIn map={id}>
              <EditorPage key={id} id={id} present />
            </SignedIn>
          )}
        </Route>
        <Route path="/share/:secret">{({ secret }) => <GreetingPage secret={secret} />}</Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}
