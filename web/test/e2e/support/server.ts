/** What tests ask the server beside what the page shows. */

import type { JourneyMap, JourneyText } from "@/api/types";
import type { Server } from "../../collab/server";

const JSON_ONLY = { accept: "application/json" };

/** The map as the server has it. */
export async function mapOf(server: Server, id: string): Promise<JourneyMap> {
  return (await server.ask("GET", `/api/v1/maps/${id}`, undefined, JSON_ONLY)).json();
}

/** A text in a language, or in the map's own. */
export function readIn(text: JourneyText | null | undefined, language: string): string {
  if (text === null || text === undefined) return "";
  return typeof text === "string" ? text : (text[language] ?? Object.values(text)[0] ?? "");
}

/** Deletes every map, so that the next reader is a newcomer. */
export async function removeMaps(server: Server): Promise<void> {
  const maps: { id: string }[] = await (await server.ask("GET", "/api/v1/maps")).json();
  for (const { id } of maps) await server.ask("DELETE", `/api/v1/maps/${id}`);
}
