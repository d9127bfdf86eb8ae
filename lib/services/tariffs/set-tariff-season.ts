import "server-only";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { writeTariffs } from "@/lib/data/tariff-writing";
import { assertSeasonMonths } from "@/lib/domain/tariffs/assert-season-months";
import type { DatedTariffSeason } from "@/lib/domain/tariffs/tariff-season";
import { formatMonths } from "@/lib/format/format-months";
import { deriveRunsAnew } from "./derive-runs-anew";
import { readTariffKnowledge } from "./read-tariff-knowledge";

/**
 * Sets the months of the operation's high season from a day on, and adds up anew by tariff period the runs they touch.
 *
 * @throws {DomainError} INVALID_TARIFF_SEASON
 */
export async function setTariffSeason(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { from, highSeasonMonths }: DatedTariffSeason,
): Promise<void> {
  assertSeasonMonths(highSeasonMonths);
  const months = highSeasonMonths.toSorted((a, b) => a - b);
  await writeTariffs(operationId, actor, async (writing) => {
    const before = await readTariffKnowledge(operationId);
    const season = { from, highSeasonMonths: months };
    await writing.putSeason(season);
    await writing.recordEvent({
      action: "set.tariff_season",
      objectType: "operation",
      objectId: operationId,
      after: { day: from, highSeasonMonths: formatMonths(months) },
    });
    const seasons = [...before.seasons.filter((each) => each.from !== from), season];
    const changes = [...before.schedules.keys()].map((meteringPointId) => ({ meteringPointId, from }));
    await deriveRunsAnew(writing, changes, { ...before, seasons });
  });
}
