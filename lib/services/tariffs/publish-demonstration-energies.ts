import "server-only";
import { randomUUID } from "node:crypto";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { listPublishedFigures } from "@/lib/data/published-figures";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementRun } from "@/lib/data/settlement-runs";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { OPERATOR_TARIFFS } from "@/lib/domain/demonstration/demonstration-tariffs";
import { breakDownCurves, type TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import type { Period } from "@/lib/domain/time/period";
import { writeEnergyFile } from "@/lib/formats/annex-6/write-energy-file";
import { compareOutdatedRuns } from "@/lib/services/comparison/compare-outdated-runs";
import { readRunResults } from "@/lib/services/comparison/read-run-results";
import { importMeasures } from "@/lib/services/measures/import-measures";
import { readTariffKnowledge } from "./read-tariff-knowledge";

/**
 * Gives the demonstration what its operator published by tariff period for one month, through the very import real files
 * take: the hours of one site are not those of the registry, and only the screen of tariff periods can tell.
 *
 * Done once: a month that has such energies stays as it is.
 */
export async function publishDemonstrationEnergies(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  const run = await findSettlementRun(operationId, OPERATOR_TARIFFS.from);
  if (!run) return;
  const figures = await listPublishedFigures(operationId, run.period);
  if (figures.some((figure) => figure.kind === "energy" && figure.tariffPeriod !== null)) return;

  const [points, knowledge, { axis, consumers }] = await Promise.all([
    listMeteringPoints(operationId),
    readTariffKnowledge(operationId),
    readRunResults(operationId, run),
  ]);
  const schedules = new Map(knowledge.schedules);
  for (const { prm, ...schedule } of OPERATOR_TARIFFS.schedules) {
    const id = points.find((point) => point.prm === prm)?.id;
    if (id) schedules.set(id, [{ from: DEMONSTRATION_OPERATION.startDay, ...schedule }]);
  }
  const curves = consumers.map((curve) => ({ role: "consumer" as const, ...curve }));
  const totals = breakDownCurves(curves, axis, { ...knowledge, schedules });
  const uploads = points.flatMap(({ id, prm }) =>
    writeFiles(
      prm,
      run.period,
      totals.filter(({ meteringPointId }) => meteringPointId === id),
    ),
  );
  const { status, report } = await importMeasures(operationId, { importId: randomUUID(), actor, uploads });
  if (status !== "done") throw new Error(`the operator's energies were refused: ${JSON.stringify(report.totals)}`);
  await compareOutdatedRuns(operationId, () => () => false);
}

function writeFiles(identifier: string, period: Period, parts: readonly TariffTotals[]) {
  if (parts.length === 0) return [];
  const encoder = new TextEncoder();
  const quantities = { withdrawal: "energyWh", self_consumed: "sharedWh" } as const;
  return (["withdrawal", "self_consumed"] as const).map((quantity) => {
    const rows = parts.map((part) => ({ label: part.period ?? "", energyWh: part[quantities[quantity]] }));
    const { name, text } = writeEnergyFile({ identifier, quantity, period, rows });
    return { name, bytes: encoder.encode(text) };
  });
}
