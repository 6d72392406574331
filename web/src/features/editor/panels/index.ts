import {
  IconArrowsSplit2,
  IconBookmarks,
  IconChartDots,
  IconHistory,
  IconLayoutSidebarRight,
  IconShare,
  IconUsers,
} from "@tabler/icons-react";
import { chunk, Part } from "@/ui/chunk";
import type { Panel } from "./panel";

/** What can be opened beside the map, in the order of the bar. */
export const PANELS: readonly Panel[] = [
  {
    id: "personas",
    label: "personas-panel",
    icon: IconUsers,
    isForOwner: false,
    isProminent: false,
    component: chunk(() => import("@/features/personas/PersonasPanel"), Part),
  },
  {
    id: "evidence",
    label: "evidence-panel",
    icon: IconBookmarks,
    isForOwner: false,
    isProminent: true,
    component: chunk(() => import("@/features/evidence/EvidencePanel"), Part),
  },
  {
    id: "history",
    label: "history-panel",
    icon: IconHistory,
    isForOwner: false,
    isProminent: true,
    component: chunk(() => import("@/features/history/HistoryPanel"), Part),
  },
  {
    id: "share",
    label: "share-panel",
    icon: IconShare,
    isForOwner: true,
    isProminent: true,
    component: chunk(() => import("@/features/share/SharePanel"), Part),
  },
  {
    id: "details",
    label: "editor-panel-details",
    icon: IconLayoutSidebarRight,
    isForOwner: false,
    isProminent: true,
    component: chunk(() => import("../details/DetailsPanel"), Part),
  },
  {
    id: "measurement",
    label: "editor-panel-measurement",
    icon: IconChartDots,
    isForOwner: true,
    isProminent: false,
    component: chunk(() => import("../measured/MeasuredPanel"), Part),
  },
  {
    id: "transitions",
    label: "editor-panel-transitions",
    icon: IconArrowsSplit2,
    isForOwner: false,
    isProminent: false,
    isThere: (snapshot) => snapshot.stages.length > 1,
    component: chunk(() => import("../details/TransitionsPanel"), Part),
  },
];
