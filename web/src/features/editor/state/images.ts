import { Problem } from "@/api/problem";

/** What the server takes for a picture. */
export const PICTURES = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml";

/** Sends a picture to the map's images and answers the name under which the map refers to it. */
export async function uploadImage(map: string, file: Blob): Promise<string> {
  const answer = await fetch(`/api/v1/maps/${encodeURIComponent(map)}/images`, {
    method: "POST",
    headers: { "Content-Type": file.type },
    body: file,
  });
  if (!answer.ok) throw await Problem.of(answer);
  const { path } = (await answer.json()) as { path: string };
  return path;
}
