import { Popover } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";

import type { Hint } from "./useHint";

interface Props {
  readonly hint: Hint;
  /** What is told of the number. */
  readonly about: ReactNode;
  /** The number itself. */
  readonly children: ReactElement;
}

/** The card that a hint opens beside its number. */
export function HintCard({ hint, about, children }: Props) {
  return (
    <Popover
      opened={hint.isOpen}
      width={330}
      shadow="md"
      position="bottom-start"
      withRoles={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown id={hint.id} role="tooltip" {...hint.ofPointer}>
        {about}
      </Popover.Dropdown>
    </Popover>
  );
}
