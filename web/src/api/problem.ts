import type { Words } from "@/app/i18n";
import type { Diagnostic } from "./types";

/** What the server answered instead of what was asked for (RFC 9457), or status 0 where there was no answer. */
export class Problem extends Error {
  readonly status: number;
  /** The server's own words; English. */
  readonly detail: string | undefined;
  readonly diagnostics: readonly Diagnostic[];

  constructor(status: number, detail?: string, diagnostics: readonly Diagnostic[] = []) {
    super(detail ?? `status ${status}`);
    this.name = "Problem";
    this.status = status;
    this.detail = detail;
    this.diagnostics = diagnostics;
  }

  static async of(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => null);
    if (body === null || typeof body !== "object") {
      return new Problem(response.status);
    }
    const { detail, title, diagnostics } = body as Record<string, unknown>;
    const said = [detail, title].find((text) => typeof text === "string");
    return new Problem(response.status, said, Array.isArray(diagnostics) ? diagnostics : []);
  }
}

const WORDED = new Set([0, 400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 429, 503]);

/** What went wrong and what to do about it, in the reader's language. */
export function problemWords(t: Words, error: unknown): string {
  if (!(error instanceof Problem)) {
    return t("app-problem-page");
  }
  return WORDED.has(error.status) ? t(`app-problem-${error.status}`) : t("app-problem-500");
}
