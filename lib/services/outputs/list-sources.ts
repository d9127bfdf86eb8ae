import { roundWithin } from "@/lib/domain/settlement/round-within";
import type { OwnPoint } from "./compose-role";
import type { OutputRun } from "./read-output-run";
import type { StatementNames } from "./statement-names";

const UNIT_WH = 10;

/**
 * The producers that a participant's consuming points got energy from, the most first, rounded so that they add up to
 * what he got. Roofs of one name are one line: who reads it is not to tell them apart.
 *
 * @param sharedWh - What he got, rounded. [Wh]
 * @returns Null when a point was somebody else's on other days: what came from whom is known for the period only.
 */
export function listSources(
  { producers, exactPairsWh }: Pick<OutputRun, "producers" | "exactPairsWh">,
  points: readonly OwnPoint[],
  sharedWh: number,
  { roof }: Pick<StatementNames, "roof">,
): readonly { readonly name: string; readonly energyWh: number }[] | null {
  const consumers = points.filter(({ role }) => role === "consumer");
  if (consumers.some(({ isWhole }) => !isWhole)) return null;
  const given = new Map<string, number>();
  for (const [producerIndex, producer] of producers.entries()) {
    const row = exactPairsWh[producerIndex] ?? [];
    const energyWh = consumers.reduce((sum, { index }) => sum + (row[index] as number), 0);
    given.set(roof(producer), (given.get(roof(producer)) ?? 0) + energyWh);
  }
  const rounded = roundWithin(
    Array.from(given.values(), (energyWh) => energyWh / UNIT_WH),
    sharedWh / UNIT_WH,
  );
  return Array.from(given.keys(), (name, index) => ({ name, energyWh: (rounded[index] as number) * UNIT_WH }))
    .filter(({ energyWh }) => energyWh > 0)
    .toSorted((a, b) => b.energyWh - a.energyWh || a.name.localeCompare(b.name, "fr"));
}
