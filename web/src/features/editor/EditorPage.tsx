import { useCallback } from "react";
import { useSession } from "@/api/session";
import { useWords } from "@/app/i18n";
import type { Connection } from "@/collab/connection";
import { socketUrl, useConnection, useConnectionState, useIsReady, usePeople } from "@/collab/hooks";
import type { Spot } from "@/collab/presence";
import { DocumentProvider } from "@/document/hooks";
import { chunk } from "@/ui/chunk";
import { Trouble } from "@/ui/Trouble";
import { Waiting } from "@/ui/Waiting";
import { Editor } from "./Editor";
import { useMeasurement } from "./measured/useMeasurement";
import { useFetchAhead } from "./state/useFetchAhead";

const Presentation = chunk(() => import("./present/Presentation"));
const SCREENS = [Presentation];

interface Props {
  readonly id: string;
  /** Shown stage by stage rather than as a grid. */
  readonly present: boolean;
}

/** A map, opened. */
export default function EditorPage({ id, present }: Props) {
  const { data: session } = useSession();
  const isOwner = session?.actor !== "guest";
  const canEdit = isOwner || session?.maps?.some((shared) => shared.map === id && shared.can_edit) === true;
  const connection = useConnection({ url: socketUrl(), map: id, canEdit, name: session?.name ?? "" });
  if (!connection) return <Waiting />;
  return <Opened id={id} present={present} connection={connection} canEdit={canEdit} isOwner={isOwner} />;
}

interface OpenedProps extends Props {
  readonly connection: Connection;
  readonly canEdit: boolean;
  readonly isOwner: boolean;
}

function Opened({ id, present, connection, canEdit, isOwner }: OpenedProps) {
  const t = useWords();
  const isReady = useIsReady(connection);
  const state = useConnectionState(connection);
  const people = usePeople(connection);
  const { measurement, measuredAt } = useMeasurement(id);
  useFetchAhead({ isReady, canEdit, isOwner, parts: SCREENS });
  const { presence } = connection;
  const reconnect = useCallback(() => connection.reconnect(), [connection]);
  const stand = useCallback((spot: Spot | undefined) => presence.stand(spot), [presence]);
  if (!isReady && state.kind === "refused") {
    return (
      <Trouble
        title={t("editor-refused-title")}
        advice={t(`editor-refused-${state.reason}`)}
        action={{ label: t("editor-all-maps"), run: () => window.location.assign("/") }}
      />
    );
  }
  if (!isReady) return <Waiting />;
  return (
    <DocumentProvider value={connection.document}>
      {present ? (
        <Presentation id={id} document={connection.document} measurement={measurement} />
      ) : (
        <Editor
          id={id}
          document={connection.document}
          awareness={connection.awareness}
          people={people}
          state={state}
          reconnect={reconnect}
          stand={stand}
          canEdit={canEdit}
          isOwner={isOwner}
          measurement={measurement}
          measuredAt={measuredAt}
        />
      )}
    </DocumentProvider>
  );
}
