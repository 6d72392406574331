import { useState } from "react";
import { useComeBack } from "./useComeBack";

/** A menu of which a choice may move the focus: its button has the focus again before what was chosen acts. */
export function useMenu() {
  const [opened, onChange] = useState(false);
  const comeBack = useComeBack(opened);
  return {
    /** For Mantine's Menu. */
    menu: { opened, onChange, returnFocus: false },
    /** What an item does. */
    choosing: (act: () => void) => () => {
      comeBack();
      act();
    },
  };
}
