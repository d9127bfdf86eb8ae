import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { Period } from "@/lib/domain/time/period";

/** Who held a metering point over a period, one after the other; its holder now when nobody did. */
export function nameHolders(
  { holders, participantName }: Pick<MeteringPointSheet, "holders" | "participantName">,
  { from, toExclusive }: Period,
): string {
  const held = holders.filter(
    (stay) => stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
  );
  const names = [...new Map(held.map((stay) => [stay.participantId, stay.participantName])).values()];
  return names.length === 0 ? participantName : names.join(" puis ");
}
