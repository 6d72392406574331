import { type ComponentType, useEffect, useState } from "react";
import { Waiting } from "./Waiting";

type Load<Props> = () => Promise<{ default: ComponentType<Props> }>;

export type Chunk<Props> = ComponentType<Props> & {
  /** Fetches the component ahead of the time it is drawn. */
  fetch(): Promise<ComponentType<Props>>;
};

/** A component in a file of its own, drawn as soon as the file is here. React's `lazy` holds it back for 300 ms once
 * something has been shown in its place, which every first panel, dialog and text under edit would wait for. */
export function chunk<Props extends object>(
  load: Load<Props>,
  Meanwhile: ComponentType<Props> = Screenful,
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
    const [failure, setFailure] = useState<{ error: unknown }>();
    useEffect(() => {
      if (Found) return;
      let isThere = true;
      fetch().then(
        (found) => isThere && setFound(() => found),
        (error) => isThere && setFailure({ error }),
      );
      return () => {
        isThere = false;
      };
    }, [Found]);
    // The boundary around the screen says what to do.
    if (failure) throw failure.error;
    return Found ? <Found {...props} /> : <Meanwhile {...props} />;
  }
  return Object.assign(Chunk, { fetch });
}

/** In place of what comes over the page, such as a dialog. */
export const Nothing = () => null;
/** In place of a part of a screen. */
export const Part = () => <Waiting height="6rem" />;

function Screenful() {
  return <Waiting />;
}
