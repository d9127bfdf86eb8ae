import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { Period } from "@/lib/domain/time/period";

/** The ids of those who held a metering point over a period, in order, each once; its holder now when nobody did. */
export function holdersOver(
  { holders, participantId }: Pick<MeteringPointSheet, "holders" | "participantId">,
  { from, toExclusive }: Period,
): readonly string[] {
  const held = holders.filter(
    (stay) => stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
  );
  const ids = [...new Set(held.map((stay) => stay.participantId))];
  return ids.length === 0 ? [participantId] : ids;
}
