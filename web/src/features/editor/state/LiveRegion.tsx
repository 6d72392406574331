import { VisuallyHidden } from "@mantine/core";
import { useCallback, useState } from "react";

/** Words for screen readers, and the place they are said from. */
export function useLiveRegion(): { announce: (words: string) => void; region: React.ReactNode } {
  const [said, setSaid] = useState({ words: "", count: 0 });
  const announce = useCallback((words: string) => setSaid(({ count }) => ({ words, count: count + 1 })), []);
  const region = (
    <VisuallyHidden role="status" aria-live="polite">
      {/* A new element each time, so that the same words are said again. */}
      <span key={said.count}>{said.words}</span>
    </VisuallyHidden>
  );
  return { announce, region };
}
