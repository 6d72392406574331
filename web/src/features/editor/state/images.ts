import { Problem, problemWords } from "@/api/problem";
import type { Words } from "@/app/i18n";

/** What the server takes for a picture. */
export const PICTURES = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml";

export function isPicture(file: Blob): boolean {
  return PICTURES.split(",").includes(file.type);
}

/** Sends a picture to the map's images and answers the name under which the map refers to it. */
export async function uploadImage(map: string, file: Blob): Promise<string> {
  const answer = await fetch(`/api/v1/maps/${encodeURIComponent(map)}/images`, {
    method: "POST",
    headers: { "Content-Type": file.type },
    body: file,
  }).catch(() => {
    throw new Problem(0);
  });
  if (!answer.ok) throw await Problem.of(answer);
  const { path } = (await answer.json()) as { path: string };
  return path;
}

/** Why a picture was not taken, and what to do. */
export function pictureWords(t: Words, error: unknown): string {
  const status = error instanceof Problem ? error.status : undefined;
  if (status === 413) return t("editor-picture-large");
  return status === 415 || status === 422 ? t("editor-picture-unread") : problemWords(t, error);
}
