import type { Icon } from "@tabler/icons-react";
import type { RefObject } from "react";
import type { MapSnapshot } from "@/document/types";
import type { Chunk } from "@/ui/chunk";
import type { GridRow } from "../layout/rows";

export interface PanelProps {
  /** Rows of the grid as they are now. */
  readonly rows: RefObject<readonly GridRow[]>;
}

/** Something that opens at the side of the map. One file and one line of `panels/index.ts` make it. */
export interface Panel {
  readonly id: string;
  /** Fluent id of its name. */
  readonly label: string;
  readonly icon: Icon;
  /** Only the owner of the server sees it. */
  readonly isForOwner: boolean;
  /** It has a button of its own in the bar; others stand in the menu. */
  readonly isProminent: boolean;
  /** Whether there is anything in it for this map. */
  isThere?(snapshot: MapSnapshot): boolean;
  readonly component: Chunk<PanelProps>;
}
