import { type ComponentType, useEffect, useState } from "react";
import { Waiting } from "./Waiting";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

export type Chunk<Props> = ComponentType<Props> & {
  /** Fetches the component ahead of the time it is drawn. */
  fetch(): Promise<ComponentType<Props>>;
};

/** How long after a file could not be fetched it is asked for again. */
const PATIENCE_MS = 3_000;

/** A component in a file of its own, drawn as soon as the file is here. React's `lazy` holds it back for 300 ms once
 * something has been shown in its place, which every first panel, dialog and text under edit would wait for. A file that
 * cannot be fetched breaks what stands around it; with something to show while it is missing, the file is asked for again
 * and again. */
export function chunk<Props extends object>(
  load: Load<Props>,
  Meanwhile: ComponentType<Props> = Screenful,
  WhileMissing?: ComponentType<Props>,
): Chunk<Props> {
  let ready: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  const fetch = () => {
    loading ??= load().then(
      (file) => {
        ready = file.default;
        return ready;
      },
      (error) => {
        // Whoever asks again gets another try.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };
  function Chunk(props: Props) {
    const [Found, setFound] = useState(() => ready);
    const [isMissing, setMissing] = useState(false);
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (Found) return;
      let isThere = true;
      let again: ReturnType<typeof setTimeout> | undefined;
      const attempt = () =>
        fetch().then(
          (found) => isThere && setFound(() => found),
          (error) => {
            if (!isThere) return;
            if (!WhileMissing) return setFailure({ error });
            setMissing(true);
            again = setTimeout(attempt, PATIENCE_MS);
          },
        );
      attempt();
      return () => {
        isThere = false;
        clearTimeout(again);
      };
    }, [Found]);
    // The boundary around it says what to do.
    if (failure) throw failure.error;
    if (Found) return <Found {...props} />;
    return isMissing && WhileMissing ? <WhileMissing {...props} /> : <Meanwhile {...props} />;
  }
  return Object.assign(Chunk, { fetch });
}

/** Whether what broke is a file that could not be fetched: the server does not answer, or was replaced by a newer one. */
export function isMissingFile(error: Error): boolean {
  return /dynamically imported module|module script failed|preload CSS/i.test(error.message);
}

/** In place of what comes over the page, such as a dialog. */
export const Nothing = () => null;
/** In place of a part of a screen. */
export const Part = () => <Waiting height="6rem" />;

function Screenful() {
  return <Waiting />;
}
