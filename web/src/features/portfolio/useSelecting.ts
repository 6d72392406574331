import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";
import { type Selecting, type Sorting, sortings } from "./selecting";

/** The three shelves of the portfolio. */
export type Shelf = "kept" | "archived" | "deleted";

type Change = Partial<Selecting> & { shelf?: Shelf };

/** The selection as it stands in the address, so that it can be linked to and survives a visit to a map. */
export function useSelecting(): [Selecting, Shelf, (change: Change) => void] {
  const [params, setParams] = useSearchParams();
  const selecting = useMemo(() => read(params), [params]);
  const change = useCallback(
    (change: Change) => setParams((before) => written(before, change), { replace: true }),
    [setParams],
  );
  return [selecting, shelfOf(params), change];
}

function read(params: URLSearchParams): Selecting {
  return {
    search: params.get("q") ?? "",
    folder: params.get("folder"),
    archived: params.get("shelf") === "archived",
    status: params.get("status"),
    owner: params.get("owner"),
    tag: params.get("tag"),
    sorting: sortings.find((one) => one === params.get("sort")) ?? "changed",
    reversed: params.has("reversed"),
  };
}

function shelfOf(params: URLSearchParams): Shelf {
  const shelf = params.get("shelf");
  return shelf === "archived" || shelf === "deleted" ? shelf : "kept";
}

function written(before: URLSearchParams, change: Change): URLSearchParams {
  const after = new URLSearchParams(before);
  const set = (name: string, value: string | null | undefined) => {
    if (value) {
      after.set(name, value);
    } else if (value !== undefined) {
      after.delete(name);
    }
  };
  set("q", change.search);
  set("folder", change.folder);
  set("status", change.status);
  set("owner", change.owner);
  set("tag", change.tag);
  set("sort", usual(change.sorting));
  set("reversed", change.reversed === undefined ? undefined : change.reversed ? "yes" : null);
  set("shelf", change.shelf === "kept" ? null : change.shelf);
  return after;
}

const usual = (sorting: Sorting | undefined) => (sorting === "changed" ? null : sorting);
