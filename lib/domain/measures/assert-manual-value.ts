import { DomainError } from "@/lib/domain/errors";
import type { ManualValue } from "./manual-value";

/**
 * Checks a manual value before it is kept.
 *
 * @param stepMinutes - The operation's step: the stretch must be made of whole steps. [min]
 * @throws {DomainError} INVALID_MANUAL_VALUE, whose detail `field` is `stretch` (empty, or not whole steps), `powerW`
 *   (negative or not a number) or `reason` (blank).
 */
export function assertManualValue(
  { startMs, endMs, powerW, reason }: Pick<ManualValue, "startMs" | "endMs" | "powerW" | "reason">,
  stepMinutes: number,
): void {
  const stepMs = stepMinutes * 60_000;
  const isWhole = startMs % stepMs === 0 && endMs % stepMs === 0;
  if (!(isWhole && endMs > startMs)) throw invalid("stretch");
  if (powerW !== null && !(Number.isFinite(powerW) && powerW >= 0)) throw invalid("powerW");
  if (reason.trim() === "") throw invalid("reason");
}

function invalid(field: "stretch" | "powerW" | "reason"): DomainError {
  return new DomainError("INVALID_MANUAL_VALUE", `a manual value has a wrong ${field}`, { details: { field } });
}
