import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { Period } from "@/lib/domain/time/period";
import { holdersIn } from "./holders-in";

/** Who held a metering point over a period, one after the other; its holder now when nobody did. */
export function nameHolders(
  sheet: Pick<MeteringPointSheet, "holders" | "participantId" | "participantName">,
  period: Period,
): string {
  const names = new Map(holdersIn(sheet, period).map((stay) => [stay.participantId, stay.participantName]));
  return [...names.values()].join(" puis ");
}
