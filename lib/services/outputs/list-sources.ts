import { roundWithin } from "@/lib/domain/settlement/round-within";
import type { OwnPoint } from "./compose-role";
import type { OutputRun } from "./read-output-run";
import type { StatementNames } from "./statement-names";

const UNIT_WH = 10;

/**
 * The producers that a participant's consuming points got energy from, the most first, rounded so that they add up to
 * what he got.
 *
 * @param sharedWh - What he got, rounded. [Wh]
 * @returns Null when a point was somebody else's on other days: what came from whom is known for the period only.
 */
export function listSources(
  { producers, exactPairsWh }: OutputRun,
  points: readonly OwnPoint[],
  sharedWh: number,
  { roof }: StatementNames,
): readonly { readonly name: string; readonly energyWh: number }[] | null {
  const consumers = points.filter(({ role }) => role === "consumer");
  if (consumers.some(({ isWhole }) => !isWhole)) return null;
  const given = exactPairsWh.map((row) => consumers.reduce((sum, { index }) => sum + (row[index] as number), 0));
  const rounded = roundWithin(
    given.map((energyWh) => energyWh / UNIT_WH),
    sharedWh / UNIT_WH,
  );
  return producers
    .map((producer, index) => ({ name: roof(producer), energyWh: (rounded[index] as number) * UNIT_WH }))
    .filter(({ energyWh }) => energyWh > 0)
    .toSorted((a, b) => b.energyWh - a.energyWh || a.name.localeCompare(b.name, "fr"));
}
