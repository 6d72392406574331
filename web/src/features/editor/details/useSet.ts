import { useCallback } from "react";
import type { Values } from "@/document/edit";
import type { Table } from "@/document/schema";
import type { Key } from "@/document/types";

import { useEditor } from "../state/context";

/** Sets values of a record; undefined takes one away. One step of undo. */
export function useSet(table: Table, key: Key): (values: Values) => void {
  const { document } = useEditor();
  return useCallback(
    (values) => document.edit(`${table}.set`, (edit) => edit.set(table, key, values)),
    [document, table, key],
  );
}
