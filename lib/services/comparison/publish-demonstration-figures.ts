import "server-only";
import { randomUUID } from "node:crypto";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { findRunComparison } from "@/lib/data/settlement-comparisons";
import { listSettlementRuns, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { supposeAbsence } from "@/lib/domain/comparison/hypotheses/suppose-absence";
import { listResultCurves } from "@/lib/domain/comparison/list-result-curves";
import { DEMONSTRATION_SLIP, PUBLISHED_MONTHS } from "@/lib/domain/demonstration/demonstration-slip";
import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { importMeasures } from "@/lib/services/measures/import-measures";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { compareOutdatedRuns } from "./compare-outdated-runs";

/**
 * Gives the demonstration what its operator published of three months, through the very import real files take: the
 * figures of our own engine in whole watts, and in the last month those of a perimeter with a slip in it.
 *
 * Done once: a month that was ever compared stays as it is.
 */
export async function publishDemonstrationFigures(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
): Promise<void> {
  const months = (await listSettlementRuns(id)).filter(
    ({ period, version }) =>
      version === 1 && period.from >= PUBLISHED_MONTHS.from && period.toExclusive <= PUBLISHED_MONTHS.toExclusive,
  );
  const prmOf = new Map((await listMeteringPoints(id)).map((point) => [point.id, point.prm]));
  let published = 0;
  for (const month of months) {
    if (await findRunComparison(id, month.id)) continue;
    const uploads = await writeFiles(id, month, sheet.stepMinutes, prmOf);
    const { status, report } = await importMeasures(id, { importId: randomUUID(), actor, uploads });
    if (status !== "done") throw new Error(`the operator's figures were refused: ${JSON.stringify(report.totals)}`);
    published += 1;
  }
  if (published > 0) await compareOutdatedRuns(id, () => () => false);
}

async function writeFiles(
  id: AuthorizedOperationId,
  { period }: SettlementRunSummary,
  stepMinutes: number,
  prmOf: ReadonlyMap<string, string>,
) {
  const input = await readSettlementInput(id, period, stepMinutes);
  const { axis, ...settled } = settle(withSlip(input, prmOf));
  const encoder = new TextEncoder();
  return listResultCurves(settled).map(({ meteringPointId, quantity, energyWh }) => {
    const identifier = prmOf.get(meteringPointId) ?? "";
    const { name, text } = writeLoadCurveFile({ identifier, quantity, series: { axis, energyWh } });
    return { name, bytes: encoder.encode(text) };
  });
}

function withSlip(input: SettlementInput, prmOf: ReadonlyMap<string, string>): SettlementInput {
  const { prm, role, days } = DEMONSTRATION_SLIP;
  if (input.period.toExclusive !== days.toExclusive) return input;
  const point = input.consumers.find(({ meteringPointId }) => prmOf.get(meteringPointId) === prm);
  if (!point) return input;
  return supposeAbsence({ meteringPointId: point.meteringPointId, role }, days).changeInput?.(input) ?? input;
}
