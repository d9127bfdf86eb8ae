import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { Period } from "@/lib/domain/time/period";

type Holder = Pick<MeteringPointSheet, "participantId" | "participantName">;

/** Who held a metering point over a period, stay by stay, oldest first; its holder now when nobody did. */
export function holdersIn(
  { holders, participantId, participantName }: Pick<MeteringPointSheet, "holders"> & Holder,
  { from, toExclusive }: Period,
): readonly Holder[] {
  const held = holders.filter(
    (stay) => stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
  );
  return held.length === 0 ? [{ participantId, participantName }] : held;
}
