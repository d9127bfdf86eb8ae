import "server-only";
import { insertCoefficientKey } from "@/lib/data/coefficient-keys";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Makes a static or default key hold from a day on.
 *
 * @throws {DomainError} BEFORE_START when the day is before the operation's first one;
 *   UNKNOWN_METERING_POINT when a share is given to a point that is no consumer of the operation;
 *   INVALID_COEFFICIENT when a share is no integer from 0 to 1 000 000; COEFFICIENTS_ABOVE_ONE when the shares exceed the whole.
 */
export async function setCoefficientKey(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  key: {
    readonly kind: "static" | "default";
    readonly from: CivilDate;
    readonly ppmByConsumer: ReadonlyMap<string, number>;
  },
): Promise<void> {
  if (key.from < sheet.startDay) {
    throw new DomainError("BEFORE_START", "the key starts before the operation", { details: { from: key.from } });
  }
  const points = await listMeteringPoints(id);
  const consumers = new Set(
    points.filter(({ attachments }) => attachments.some(({ role }) => role === "consumer")).map((point) => point.id),
  );
  let sum = 0;
  for (const [meteringPointId, ppm] of key.ppmByConsumer) {
    if (!consumers.has(meteringPointId)) {
      throw new DomainError("UNKNOWN_METERING_POINT", "not a consumer of the operation");
    }
    if (!Number.isInteger(ppm) || ppm < 0 || ppm > WHOLE_PPM) {
      throw new DomainError("INVALID_COEFFICIENT", "a share is an integer in ppm", { details: { ppm } });
    }
    sum += ppm;
  }
  if (sum > WHOLE_PPM) throw new DomainError("COEFFICIENTS_ABOVE_ONE", "the shares exceed the whole");
  await insertCoefficientKey(id, actor, key.kind === "static" ? key : { ...key, ppmByConsumer: new Map() });
}
