import { ENDING_SOON_DAYS } from "./api-key-terms";

/** `replaced`: another key took over, this one still opens until its end. */
export type ApiKeyState = "active" | "endless" | "ending" | "replaced" | "ended";

const DAY_MS = 86_400_000;

/**
 * What there is to say of a key at an instant.
 *
 * @param expiresAtMs - From this instant on it opens nothing; null: never. [ms]
 */
export function apiKeyState(
  { expiresAtMs, isReplaced }: { readonly expiresAtMs: number | null; readonly isReplaced: boolean },
  nowMs: number,
): ApiKeyState {
  if (expiresAtMs === null) return "endless";
  if (nowMs >= expiresAtMs) return "ended";
  if (isReplaced) return "replaced";
  return expiresAtMs - nowMs < ENDING_SOON_DAYS * DAY_MS ? "ending" : "active";
}
