import { useEffect } from "react";
import type { Table } from "@/document/schema";
import type { Key } from "@/document/types";
import { useEditor } from "./context";

/** Offers commands about what is open in a panel, for as long as it is. */
export function useBeside(table: Table, key: Key | undefined): void {
  const { store } = useEditor();
  useEffect(() => {
    store.lookAt(key === undefined ? null : { table, key });
    return () => store.lookAt(null);
  }, [store, table, key]);
}
