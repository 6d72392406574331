import {
  IconArrowsSplit2,
  IconBookmarks,
  IconChartDots,
  IconHistory,
  IconLayoutSidebarRight,
  IconShare,
  IconUsers,
} from "@tabler/icons-react";
import { lazy } from "react";

import type { Panel } from "./panel";

/** What can be opened beside the map, in the order of the bar. */
export const PANELS: readonly Panel[] = [
  {
    id: "personas",
    label: "personas-panel",
    icon: IconUsers,
    isForOwner: false,
    isProminent: false,
    component: lazy(() => import("@/features/personas/PersonasPanel")),
  },
  {
    id: "evidence",
    label: "evidence-panel",
    icon: IconBookmarks,
    isForOwner: false,
    isProminent: true,
    component: lazy(() => import("@/features/evidence/EvidencePanel")),
  },
  {
    id: "history",
    label: "history-panel",
    icon: IconHistory,
    isForOwner: false,
    isProminent: true,
    component: lazy(() => import("@/features/history/HistoryPanel")),
  },
  {
    id: "share",
    label: "share-panel",
    icon: IconShare,
    isForOwner: true,
    isProminent: true,
    component: lazy(() => import("@/features/share/SharePanel")),
  },
  {
    id: "details",
    label: "editor-panel-details",
    icon: IconLayoutSidebarRight,
    isForOwner: false,
    isProminent: true,
    component: lazy(() => import("../details/DetailsPanel")),
  },
  {
    id: "measurement",
    label: "editor-panel-measurement",
    icon: IconChartDots,
    isForOwner: true,
    isProminent: false,
    component: lazy(() => import("../measured/MeasuredPanel")),
  },
  {
    id: "transitions",
    label: "editor-panel-transitions",
    icon: IconArrowsSplit2,
    isForOwner: false,
    isProminent: false,
    isThere: (snapshot) => snapshot.stages.length > 1,
    component: lazy(() => import("../details/TransitionsPanel")),
  },
];
