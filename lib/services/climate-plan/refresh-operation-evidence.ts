import "server-only";
import { dateFigures, insertClimateFigures, type NewClimateFigures } from "@/lib/data/climate-figures";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { countUsedDays, listDaysOfRuns, listLatestRunTotals, listMeasuredCurves } from "@/lib/data/evidence-sources";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findOperation } from "@/lib/data/operations";
import type { Actor, AuthorizedClimatePlanId, AuthorizedOperationId } from "@/lib/data/scope";
import {
  OPERATION_EVIDENCE_ACTIONS,
  type OperationEvidenceKind,
} from "@/lib/domain/scoring/operation-evidence/evidence-actions";
import { lastYear } from "@/lib/domain/scoring/operation-evidence/last-year";
import { listHeldDataFigures } from "@/lib/domain/scoring/operation-evidence/list-held-data-figures";
import { listMeterFigures } from "@/lib/domain/scoring/operation-evidence/list-meter-figures";
import { listPilotFigures } from "@/lib/domain/scoring/operation-evidence/list-pilot-figures";
import type { EvidenceFigure } from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { settledWindow } from "@/lib/domain/scoring/operation-evidence/settled-window";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

/**
 * Keeps what operations prove of the actions of their collectivity, from what is stored: nothing is settled anew. What
 * they proved before stays.
 *
 * @param operationIds - Of the collectivity; any other proves nothing.
 * @param day - Who takes part and which key holds is said of it; the year of the measures is over before it.
 * @returns How many actions of operations were given figures.
 */
export async function refreshOperationEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  operationIds: readonly AuthorizedOperationId[],
  day: CivilDate,
): Promise<number> {
  const evidence: NewClimateFigures[] = [];
  for (const operationId of operationIds) {
    const computedAt = await dateFigures(operationId);
    const figures = await readFigures(operationId, day);
    if (!figures) continue;
    for (const [nodeId, kind] of OPERATION_EVIDENCE_ACTIONS) {
      evidence.push({ operationId, nodeId, figures: figures[kind], computedAt });
    }
  }
  return insertClimateFigures(collectivityId, actor, evidence);
}

/** The same few queries, whatever the number of metering points. */
async function readFigures(
  operationId: AuthorizedOperationId,
  day: CivilDate,
): Promise<Readonly<Record<OperationEvidenceKind, readonly EvidenceFigure[]>> | null> {
  const year = lastYear(day);
  const [sheet, points, keys, totals, curves] = await Promise.all([
    findOperation(operationId),
    listMeteringPoints(operationId),
    listCoefficientKeys(operationId),
    listLatestRunTotals(operationId),
    listMeasuredCurves(operationId, year),
  ]);
  if (!sheet) return null;
  const lastSettled = totals.at(-1)?.period.toExclusive ?? sheet.startDay;
  const window = settledWindow(listSettlementPeriods(settlementCalendarOf(sheet), lastSettled), totals);
  const runIds = window?.runs.map(({ id }) => id) ?? [];
  const [days, used] = await Promise.all([listDaysOfRuns(operationId, runIds), countUsedDays(operationId, runIds)]);
  const usedSteps = used.reduce((sum, each) => sum + each.curves * parisDayAxis(each.day, each.stepMinutes).length, 0);
  return {
    pilot: listPilotFigures({ window, days, points, keys, day }),
    held_data: listHeldDataFigures({ points, curves, year, day }),
    meters: listMeterFigures({ points, curves, window, usedSteps, day }),
  };
}
