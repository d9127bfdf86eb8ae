import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKey, CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import type { CivilDate } from "@/lib/domain/time/civil-date";

export type ShownKey = {
  readonly id: string;
  readonly kind: CoefficientKind;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
  readonly isInForce: boolean;
};

export type ConsumerShare = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  /** In the key in force; null when it has no static values. */
  readonly ppm: number | null;
  /** In the next one; null when there is none, or it has no static values. */
  readonly nextPpm: number | null;
};

/** The keys that hold one day or another, latest first, and what those of a day and after it give each consumer. */
export async function readCoefficients(
  operationId: AuthorizedOperationId,
  day: CivilDate,
): Promise<{
  readonly keys: readonly ShownKey[];
  readonly inForce: ShownKey | null;
  /** The first of those to come. */
  readonly next: ShownKey | null;
  readonly consumers: readonly ConsumerShare[];
}> {
  const [keys, points] = await Promise.all([listCoefficientKeys(operationId), listMeteringPoints(operationId)]);
  const current = keys.find((key) => isAttachedOn(key, day));
  const next = keys.find(({ from }) => from > day);
  const shown = keys.map((key) => show(key, current)).toReversed();
  return {
    keys: shown,
    inForce: shown.find(({ isInForce }) => isInForce) ?? null,
    next: shown.find(({ id }) => id === next?.id) ?? null,
    consumers: points
      .filter(({ attachments }) => attachments.some((each) => each.role === "consumer" && isAttachedOn(each, day)))
      .map(({ id, prm, name }) => ({
        id,
        prm,
        name,
        ppm: shareIn(current, id),
        nextPpm: shareIn(next, id),
      })),
  };
}

const shareIn = (key: CoefficientKey | undefined, id: string): number | null =>
  key?.kind === "static" ? (key.ppmByConsumer.get(id) ?? 0) : null;

function show({ id, kind, from, toExclusive }: CoefficientKey, current: CoefficientKey | undefined): ShownKey {
  return { id, kind, from, toExclusive, isInForce: id === current?.id };
}
