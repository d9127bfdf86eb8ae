import "server-only";
import { randomUUID } from "node:crypto";
import { insertCoefficientKey, listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findOperationIdBySlug, insertOperation, type NewParticipant } from "@/lib/data/operation-writing";
import { findOperation } from "@/lib/data/operations";
import { isPeriodClosed } from "@/lib/data/period-closings";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";
import { ensureCollectivity } from "@/lib/data/users";
import { demonstrationCurves } from "@/lib/domain/demonstration/demonstration-curves";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { writeLoadCurveFile } from "@/lib/formats/annex-6/write-load-curve-file";
import { fillDemonstrationEvidence } from "./climate-plan/fill-demonstration-evidence";
import { fillDemonstrationPlan } from "./climate-plan/fill-demonstration-plan";
import { keepDemonstrationAutumn } from "./climate-plan/fill-demonstration-snapshots";
import { publishDemonstrationFigures } from "./comparison/publish-demonstration-figures";
import { fillDemonstrationComplaints } from "./complaints/fill-demonstration-complaints";
import { recordDemonstrationConsents } from "./consents/record-demonstration-consents";
import { fillDemonstrationDashboard } from "./dashboard/fill-demonstration-dashboard";
import { fillDemonstrationLetters } from "./letters/fill-demonstration-letters";
import { findOperationSuspicions } from "./measures/find-operation-suspicions";
import { importMeasures } from "./measures/import-measures";
import { fillDemonstrationPrices } from "./money/fill-demonstration-prices";
import { fillDemonstrationSheet } from "./operations/fill-demonstration-sheet";
import { closePeriod } from "./periods/close-period";
import { publishDemonstration } from "./publishing/publish-demonstration";
import { fillDemonstrationPoints } from "./registry/fill-demonstration-points";
import { fillDemonstrationRequests } from "./requests/fill-demonstration-requests";
import { settlePeriod } from "./settle-period";
import { settlementCalendarOf } from "./settlement-calendar-of";
import { fillDemonstrationTariffs } from "./tariffs/fill-demonstration-tariffs";
import { publishDemonstrationEnergies } from "./tariffs/publish-demonstration-energies";

const CLOSED_PERIODS = 6;

/** Turns ids this installation has just made into proven scopes; the caller's entry point holds the right to. */
export type Minting = {
  readonly actor: Actor;
  readonly authorizeCollectivity: (id: string) => AuthorizedCollectivityId;
  readonly authorizeOperation: (id: string) => AuthorizedOperationId;
};

/**
 * Loads the demonstration operation: its perimeter, its year of measures through the very import real files take, and
 * the settlement of every complete period.
 *
 * Each step is a transaction of its own and leaves what is already there alone, so that an interrupted load goes on
 * where it stopped.
 *
 * @returns The id of the collectivity.
 */
export async function loadDemonstration(minting: Minting, tell: (step: string) => void): Promise<string> {
  const { actor } = minting;
  const { organiser, slug } = DEMONSTRATION_OPERATION;
  const collectivityId = await ensureCollectivity(slug, organiser.name, actor);
  const existing = await findOperationIdBySlug(slug);
  const operationId = minting.authorizeOperation(
    existing ?? (await insertOperation(minting.authorizeCollectivity(collectivityId), actor, newOperation())),
  );
  await fillDemonstrationSheet(operationId, actor);
  if ((await listCoefficientKeys(operationId)).length === 0) await setDemonstrationKey(operationId, actor);
  await recordDemonstrationConsents(operationId, actor);
  const sheet = await findOperation(operationId);
  if (!sheet) throw new Error("the demonstration operation was not stored");
  await fillDemonstrationPoints({ id: operationId, sheet }, actor);
  await fillDemonstrationTariffs(operationId, actor);
  await fillDemonstrationPrices(operationId, actor);

  const { measured } = DEMONSTRATION_OPERATION;
  const periods = listSettlementPeriods(settlementCalendarOf(sheet), measured.toExclusive);
  for (const [index, period] of periods.entries()) {
    tell(`mesures et calcul, mois ${index + 1} sur ${periods.length}`);
    await importPeriod(operationId, actor, period);
    if (await isPeriodClosed(operationId, period)) continue;
    await settlePeriod({ id: operationId }, actor, period.from);
  }
  await closeFirstPeriods(operationId, actor, periods);
  tell("données du gestionnaire");
  await publishDemonstration(operationId, actor);
  await publishDemonstrationFigures({ id: operationId, sheet }, actor);
  await publishDemonstrationEnergies(operationId, actor);
  await findOperationSuspicions(operationId);
  await fillDemonstrationComplaints(operationId, actor);
  await fillDemonstrationLetters(operationId, actor);
  await fillDemonstrationRequests({ id: operationId, sheet }, actor);
  await fillDemonstrationDashboard(minting.authorizeCollectivity(collectivityId), operationId, actor);
  await fillDemonstrationPlan(minting.authorizeCollectivity(collectivityId), actor);
  await fillDemonstrationEvidence(minting.authorizeCollectivity(collectivityId), operationId, actor);
  await keepDemonstrationAutumn(minting.authorizeCollectivity(collectivityId), actor);
  return collectivityId;
}

/** The winter is over and checked; the months since are settled, and may still be. */
async function closeFirstPeriods(
  operationId: AuthorizedOperationId,
  actor: Actor,
  periods: readonly Period[],
): Promise<void> {
  for (const period of periods.slice(0, CLOSED_PERIODS)) {
    if (!(await isPeriodClosed(operationId, period))) await closePeriod(operationId, actor, period.from);
  }
}

/** Gives a demonstration that an earlier version loaded what this one adds; what is there stays as it is. */
export async function completeDemonstration({
  actor,
  authorizeOperation,
  authorizeCollectivity,
}: Minting): Promise<void> {
  const { slug, organiser } = DEMONSTRATION_OPERATION;
  const found = await findOperationIdBySlug(slug);
  if (found === null) return;
  const operationId = authorizeOperation(found);
  const sheet = await findOperation(operationId);
  if (!sheet?.isDemonstration) return;
  await fillDemonstrationSheet(operationId, actor);
  await fillDemonstrationPoints({ id: operationId, sheet }, actor);
  await fillDemonstrationTariffs(operationId, actor);
  await publishDemonstration(operationId, actor);
  await fillDemonstrationPrices(operationId, actor);
  await publishDemonstrationFigures({ id: operationId, sheet }, actor);
  await publishDemonstrationEnergies(operationId, actor);
  await fillDemonstrationComplaints(operationId, actor);
  await fillDemonstrationLetters(operationId, actor);
  await fillDemonstrationRequests({ id: operationId, sheet }, actor);
  const collectivityId = await ensureCollectivity(slug, organiser.name, actor);
  await fillDemonstrationDashboard(authorizeCollectivity(collectivityId), operationId, actor);
  await fillDemonstrationPlan(authorizeCollectivity(collectivityId), actor);
  await fillDemonstrationEvidence(authorizeCollectivity(collectivityId), operationId, actor);
  await keepDemonstrationAutumn(authorizeCollectivity(collectivityId), actor);
}

function newOperation() {
  const { participants, meteringPoints, ...operation } = DEMONSTRATION_OPERATION;
  const { slug, accNumber, name, startDay, monthlyAnniversaryDay, stepMinutes } = operation;
  return {
    slug,
    accNumber,
    name,
    isDemonstration: true,
    startDay,
    monthlyAnniversaryDay,
    stepMinutes,
    participants: participants.map(
      (participant): NewParticipant => ({
        name: participant.name,
        legalId: participant.siret,
        address: participant.address,
        email: participant.email,
        meteringPoints: meteringPoints
          .filter(({ participantKey }) => participantKey === participant.key)
          .map((point) => ({
            prm: point.prm,
            name: point.name,
            peakPowerW: point.role === "producer" ? point.peakPowerW : null,
            injectionContract: point.role === "producer" ? point.injectionContract : null,
            roles: [point.role],
          })),
      }),
    ),
  };
}

async function setDemonstrationKey(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  const ppmByPrm = new Map(
    DEMONSTRATION_OPERATION.meteringPoints.flatMap((point) =>
      point.role === "consumer" ? [[point.prm, point.coefficientPpm] as const] : [],
    ),
  );
  const points = await listMeteringPoints(operationId);
  await insertCoefficientKey(operationId, actor, {
    kind: DEMONSTRATION_OPERATION.coefficientKind,
    from: DEMONSTRATION_OPERATION.startDay,
    ppmByConsumer: new Map(
      points.flatMap(({ id, prm }) => {
        const ppm = ppmByPrm.get(prm);
        return ppm === undefined ? [] : [[id, ppm] as const];
      }),
    ),
  });
}

async function importPeriod(operationId: AuthorizedOperationId, actor: Actor, period: Period): Promise<void> {
  const { stepMinutes } = DEMONSTRATION_OPERATION;
  const axis = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  const encoder = new TextEncoder();
  const uploads = demonstrationCurves(axis).map(({ meteringPoint, quantity, series }) => {
    const { name, text } = writeLoadCurveFile({ identifier: meteringPoint.prm, quantity, series });
    return { name, bytes: encoder.encode(text) };
  });
  const { status, report } = await importMeasures(operationId, { importId: randomUUID(), actor, uploads });
  if (status !== "done") throw new Error(`the demonstration was refused: ${JSON.stringify(report.totals)}`);
}
