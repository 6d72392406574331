import { Route, Switch } from "wouter";
import { NotFound } from "./NotFound";
import { SignedIn } from "./SignedIn";
import { EditorPage, GreetingPage, PortfolioPage } from "./screens";

/** Which screen stands at which address. */
export function Routes() {
  return (
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
  );
}
