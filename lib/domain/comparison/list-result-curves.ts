import { restOfCurve } from "@/lib/domain/settlement/rest-of-curve";
import { type PublishedCurve, RESULT_QUANTITIES } from "./published-results";
import type { SettledResults } from "./settled-results";

/** The curves that an operator publishes of a split, unrounded: what was shared and the rest, producers first. */
export function listResultCurves({
  producers,
  consumers,
}: Pick<SettledResults, "producers" | "consumers">): readonly PublishedCurve[] {
  return (["producer", "consumer"] as const).flatMap((role) =>
    (role === "producer" ? producers : consumers).flatMap(({ meteringPointId, energyWh, sharedWh }) => [
      { meteringPointId, quantity: RESULT_QUANTITIES[role].shared, energyWh: sharedWh },
      {
        meteringPointId,
        quantity: RESULT_QUANTITIES[role].rest,
        energyWh: restOfCurve(energyWh, sharedWh),
      },
    ]),
  );
}
