import { formatWait } from "./format-wait";

/** When to try again, as a refusal says it at its end. */
export function sayWait(details: unknown): string {
  const { waitSeconds } = (details ?? {}) as Readonly<Record<string, unknown>>;
  return typeof waitSeconds === "number" ? ` Réessayez dans ${formatWait(waitSeconds)}.` : " Réessayez plus tard.";
}
