import "server-only";
import type { TariffWriting } from "@/lib/data/tariff-writing";
import { breakDownCurves, type TariffKnowledge } from "@/lib/domain/tariffs/break-down-curves";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import { deriveRunMoney } from "@/lib/services/money/derive-run-money";

/** A metering point whose tariff periods change from a day on. */
export type TariffChange = { readonly meteringPointId: string; readonly from: CivilDate };

/**
 * Adds up anew, by tariff period, the stored curves of the runs that a change of off-peak hours touches, and derives their
 * money from that. The runs stay, and so do the energies of a closed period until it is reopened.
 *
 * Run by run, so that a year of several hundred metering points is never in memory at once.
 *
 * @param knowledge - As it stands after the change.
 * @param until - Only runs that begin before this day.
 */
export async function deriveRunsAnew(
  writing: TariffWriting,
  changes: readonly TariffChange[],
  knowledge: TariffKnowledge,
  until?: CivilDate,
): Promise<void> {
  const [first] = changes.map(({ from }) => from).sort();
  if (!first) return;
  for (const { id, period, stepMinutes } of await writing.listRunsSince(first)) {
    if (until && period.from >= until) continue;
    const ids = changes.filter(({ from }) => from < period.toExclusive).map(({ meteringPointId }) => meteringPointId);
    const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
    const curves = await writing.listRunCurves(id, ids);
    await writing.replaceRunTariffs(id, ids, breakDownCurves(curves, axis, knowledge));
  }
  const latest = await writing.money.listLatestRunsSince(first);
  await deriveRunMoney(writing.money, until ? latest.filter(({ period }) => period.from < until) : latest, knowledge);
}
