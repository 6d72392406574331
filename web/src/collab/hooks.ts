/** The connection for React components. */

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { MapDocument } from "@/document/map-document";
import { Connection, type ConnectionOptions } from "./connection";
import type { Person } from "./presence";
import type { ConnectionState } from "./state";

/** Opens a map and keeps it open while the component is there; none until the first effect has run. */
export function useConnection({
  url,
  map,
  canEdit,
  name,
  storeName,
}: ConnectionOptions): Connection | undefined {
  const [connection, setConnection] = useState<Connection>();
  // A new name is told to the others; the connection stays.
  const latestName = useRef(name);
  useEffect(() => {
    latestName.current = name;
    connection?.presence.introduce(name);
  }, [connection, name]);
  useEffect(() => {
    const document = new MapDocument();
    const options = { url, map, canEdit, name: latestName.current };
    const opened = new Connection(document, storeName === undefined ? options : { ...options, storeName });
    setConnection(opened);
    return () => {
      setConnection(undefined);
      void opened.destroy().then(() => document.destroy());
    };
  }, [url, map, canEdit, storeName]);
  return connection;
}

/** The state to show, drawn anew when it changes. */
export function useConnectionState(connection: Connection): ConnectionState {
  return useSyncExternalStore(connection.subscribe, () => connection.state);
}

/** Whether the map is here to be shown. */
export function useIsReady(connection: Connection): boolean {
  return useSyncExternalStore(connection.subscribe, () => connection.isReady);
}

export function usePeople(connection: Connection): readonly Person[] {
  return useSyncExternalStore(connection.presence.subscribe, () => connection.presence.everybody);
}

/** The socket beside the page. */
export function socketUrl(location: Location = window.location): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/collab`;
}
