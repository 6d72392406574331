import { createContext, useContext } from "react";
import type { MapSummary } from "@/api/types";
import type { MapActions } from "./useMapActions";

/** What every card and row of the portfolio needs to know beside its own map. */
export interface Portfolio {
  maps: readonly MapSummary[];
  folders: readonly string[];
  actions: MapActions;
  /** Asks for a new folder's name, then files the map in it. */
  moveToNewFolder: (map: MapSummary) => void;
  showProblems: (map: MapSummary) => void;
}

export const PortfolioContext = createContext<Portfolio | null>(null);

export function usePortfolio(): Portfolio {
  const portfolio = useContext(PortfolioContext);
  if (!portfolio) {
    throw new Error("a part of the portfolio stands outside of it");
  }
  return portfolio;
}
