import "server-only";
import { insertMeasureDecision, isAlreadyDecided, type NewMeasureDecision } from "@/lib/data/measure-decisions";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { assertManualValue } from "@/lib/domain/measures/assert-manual-value";

/**
 * Keeps what an officer decides of a stretch of a curve: a value, that the measure is wrong, or that no correction is
 * wanted. It stands over later files until it is released.
 *
 * @throws {DomainError} UNKNOWN_METERING_POINT; INVALID_MANUAL_VALUE as {@link assertManualValue}; ALREADY_DECIDED when
 *   another decision stands over a part of the stretch.
 */
export async function decideMeasure(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  decision: NewMeasureDecision,
): Promise<string> {
  const points = await listMeteringPoints(id);
  if (!points.some((point) => point.id === decision.meteringPointId)) {
    throw new DomainError("UNKNOWN_METERING_POINT", "not a metering point of the operation");
  }
  assertManualValue(decision, sheet.stepMinutes);
  try {
    return await insertMeasureDecision(id, actor, { ...decision, reason: decision.reason.trim() });
  } catch (error) {
    throw isAlreadyDecided(error) ? new DomainError("ALREADY_DECIDED", "another decision stands there") : error;
  }
}
