import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { AnnouncedFigures, AnnouncedShare } from "./announced-figures";
import { WHOLE_PPM } from "./coefficients";

/** A stay of a metering point in the perimeter, and who holds it. */
export type HeldStay = {
  readonly participantId: string;
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
};

type Key = { readonly kind: CoefficientKind; readonly ppmByConsumer: ReadonlyMap<string, number> };

export type AnnouncedKey = Key & { readonly from: CivilDate };

/**
 * Who is to be told of a key, with his own figures: whoever takes part on its first day, or is to later.
 *
 * @param before - What applies until then; null: the operation starts with this key.
 * @returns In the order of the stays.
 * @see Convention Enedis-FOR-CF_01E, art. 5.1.1.
 */
export function listAnnouncements(
  key: AnnouncedKey,
  before: Key | null,
  stays: readonly HeldStay[],
): ReadonlyMap<string, AnnouncedFigures> {
  const eve = addDays(key.from, -1);
  const coming = stays.filter(({ toExclusive }) => toExclusive === null || toExclusive > key.from);
  const figures = new Map<string, AnnouncedFigures>();
  for (const participantId of new Set(coming.map((stay) => stay.participantId))) {
    const own = stays.filter((stay) => stay.participantId === participantId);
    figures.set(participantId, {
      kindBefore: before?.kind ?? null,
      kindAfter: key.kind,
      from: key.from,
      shares: listShares(key, before, own, eve),
      producerIds: idsOf(coming, participantId, "producer"),
      unallocatedPpm: key.kind === "static" ? WHOLE_PPM - sumOf(key.ppmByConsumer) : null,
    });
  }
  return figures;
}

function listShares(
  key: AnnouncedKey,
  before: Key | null,
  own: readonly HeldStay[],
  eve: CivilDate,
): readonly AnnouncedShare[] {
  const shares = new Map<string, AnnouncedShare>();
  for (const { meteringPointId, role, from, toExclusive } of own) {
    if (role !== "consumer" || (toExclusive !== null && toExclusive <= key.from)) continue;
    if (shares.has(meteringPointId)) continue;
    const tookPart = own.some(
      (stay) => stay.meteringPointId === meteringPointId && stay.role === "consumer" && isAttachedOn(stay, eve),
    );
    shares.set(meteringPointId, {
      meteringPointId,
      from: from > key.from ? from : key.from,
      beforePpm: tookPart ? shareOf(before, meteringPointId) : null,
      afterPpm: shareOf(key, meteringPointId),
    });
  }
  return [...shares.values()];
}

function idsOf(stays: readonly HeldStay[], participantId: string, role: PerimeterRole): readonly string[] {
  const own = stays.filter((stay) => stay.participantId === participantId && stay.role === role);
  return [...new Set(own.map(({ meteringPointId }) => meteringPointId))];
}

const shareOf = (key: Key | null, id: string): number | null =>
  key?.kind === "static" ? (key.ppmByConsumer.get(id) ?? 0) : null;

const sumOf = (shares: ReadonlyMap<string, number>): number => [...shares.values()].reduce((sum, ppm) => sum + ppm, 0);
