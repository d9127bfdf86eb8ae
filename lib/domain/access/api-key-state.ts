import { ENDING_SOON_DAYS } from "./api-key-terms";

/** `replaced`: another key took over, this one still opens until its end. */
export type ApiKeyState = "active" | "endless" | "ending" | "replaced" | "ended";

export type ApiKeyLife = {
  /** [ms] */
  readonly createdAtMs: number;
  /** From this instant on it opens nothing; null: never. [ms] */
  readonly expiresAtMs: number | null;
  readonly isReplaced: boolean;
};

const DAY_MS = 86_400_000;

/**
 * What there is to say of a key at an instant.
 *
 * @param nowMs - The instant. [ms]
 */
export function apiKeyState({ createdAtMs, expiresAtMs, isReplaced }: ApiKeyLife, nowMs: number): ApiKeyState {
  if (expiresAtMs === null) return "endless";
  if (nowMs >= expiresAtMs) return "ended";
  if (isReplaced) return "replaced";
  // A key made for thirty days is not near its end on its first day.
  const { short, long } = ENDING_SOON_DAYS;
  const noticeDays = expiresAtMs - createdAtMs > 2 * long * DAY_MS ? long : short;
  return expiresAtMs - nowMs < noticeDays * DAY_MS ? "ending" : "active";
}
