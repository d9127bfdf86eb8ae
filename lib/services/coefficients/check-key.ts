import "server-only";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { DomainError } from "@/lib/domain/errors";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

type CheckedKey = {
  readonly kind: CoefficientKind;
  readonly from: CivilDate;
  /** Static only. [ppm] */
  readonly ppmByConsumer: ReadonlyMap<string, number>;
};

/**
 * Refuses a key that no operation could apply.
 *
 * @returns The key, without shares unless it is static.
 * @throws {DomainError} BEFORE_START when the day is before the operation's first one;
 *   UNKNOWN_METERING_POINT when a share is given to a point that is no consumer of the operation;
 *   INVALID_COEFFICIENT when a share is no integer from 0 to 1 000 000; COEFFICIENTS_ABOVE_ONE when the shares exceed the whole.
 */
export async function checkKey<K extends CheckedKey>(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  key: K,
): Promise<K> {
  if (key.from < sheet.startDay) {
    throw new DomainError("BEFORE_START", "the key starts before the operation", { details: { from: key.from } });
  }
  if (key.kind !== "static") return { ...key, ppmByConsumer: new Map() };
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
  return key;
}
