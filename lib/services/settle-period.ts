import "server-only";
import { randomUUID } from "node:crypto";
import { listOperationStatuses } from "@/lib/data/operation-statuses";
import { findOperation } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { type SettlementWriting, writeSettlement } from "@/lib/data/settlement-run-writing";
import { findSettlementRun } from "@/lib/data/settlement-runs";
import { DomainError } from "@/lib/domain/errors";
import { operationStatusOn } from "@/lib/domain/operation/operation-status-on";
import { ENGINE_VERSION } from "@/lib/domain/settlement/engine-version";
import { findMissingMeasures, type MissingMeasure } from "@/lib/domain/settlement/find-missing-measures";
import { groupMissingDays } from "@/lib/domain/settlement/group-missing-days";
import { settle as sharePeriod } from "@/lib/domain/settlement/settle";
import type { SettlementJobOutcome } from "@/lib/domain/settlement/settlement-job";
import { breakDownSettlement } from "@/lib/domain/tariffs/break-down-settlement";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { settlementPeriodOf } from "@/lib/domain/time/settlement-period-of";
import { deriveRunMoney } from "./money/derive-run-money";
import { fingerprint, readSettlementInput, recordInputs } from "./read-settlement-input";
import { settlementCalendarOf } from "./settlement-calendar-of";
import { readTariffKnowledge } from "./tariffs/read-tariff-knowledge";

export type SettlePeriodResult =
  | { readonly status: "settled"; readonly runId: string; readonly version: number }
  /** Same inputs, same engine: the latest run already says it. */
  | { readonly status: "unchanged"; readonly runId: string; readonly version: number }
  | { readonly status: "incomplete"; readonly missing: readonly MissingMeasure[] };

/**
 * Splits one period and stores the run; completeness comes first.
 *
 * @param periodFrom - First day of the period.
 * @param jobId - The job that asks, which is told what became of the period in the same transaction.
 * @throws {DomainError} UNKNOWN_PERIOD when no period of the operation starts that day, or the convention has ended by then;
 *   PERIOD_CLOSED;
 *   NO_PRODUCER_OR_CONSUMER when the perimeter lacks one.
 */
export async function settlePeriod(
  { id }: { readonly id: AuthorizedOperationId },
  actor: Actor,
  periodFrom: CivilDate,
  jobId?: string,
): Promise<SettlePeriodResult> {
  return writeSettlement(id, actor, async (writing) => {
    const result = await settle(id, writing, periodFrom);
    if (jobId) await writing.recordOutcome(jobId, periodFrom, outcomeOf(result));
    return result;
  });
}

async function settle(
  id: AuthorizedOperationId,
  writing: SettlementWriting,
  periodFrom: CivilDate,
): Promise<SettlePeriodResult> {
  const { period, stepMinutes } = await findOpenPeriod(id, writing, periodFrom);
  const input = await readSettlementInput(id, period, stepMinutes, { reading: writing });
  if (input.producers.length === 0 || input.consumers.length === 0) {
    throw new DomainError("NO_PRODUCER_OR_CONSUMER", "a period needs a producer and a consumer");
  }
  const missing = findMissingMeasures(input);
  if (missing.length > 0) return { status: "incomplete", missing };

  const inputFingerprint = fingerprint(input);
  const latest = await findSettlementRun(id, periodFrom);
  const isSame = latest?.inputFingerprint === Buffer.from(inputFingerprint).toString("hex");
  // When data changed since without changing the result, a new version says that it was looked at again.
  if (latest && isSame && !(await writing.listStaleRunIds()).has(latest.id)) {
    return { status: "unchanged", runId: latest.id, version: latest.version };
  }
  const runId = randomUUID();
  const settlement = sharePeriod(input);
  const knowledge = await readTariffKnowledge(id);
  const { version } = await writing.insertRun({
    id: runId,
    period,
    engineVersion: ENGINE_VERSION,
    inputFingerprint,
    inputs: recordInputs(input),
    settlement,
    tariffs: breakDownSettlement(settlement, knowledge),
  });
  await deriveRunMoney(writing.money, [{ id: runId, period, stepMinutes }], knowledge);
  return { status: "settled", runId, version };
}

// Read under the lock, where nobody moves the anniversary nor closes the period any more.
async function findOpenPeriod(
  id: AuthorizedOperationId,
  writing: SettlementWriting,
  from: CivilDate,
): Promise<{ readonly period: Period; readonly stepMinutes: number }> {
  const sheet = await findOperation(id);
  const period = sheet && settlementPeriodOf(from, settlementCalendarOf(sheet));
  const isOver = operationStatusOn(await listOperationStatuses(id), from).status === "ended";
  if (!sheet || period?.from !== from || isOver) {
    throw new DomainError("UNKNOWN_PERIOD", "no period starts on this day", { details: { from } });
  }
  if (await writing.isClosed(period)) {
    throw new DomainError("PERIOD_CLOSED", "a closed period gets no run", { details: { from } });
  }
  return { period, stepMinutes: sheet.stepMinutes };
}

function outcomeOf(result: SettlePeriodResult): SettlementJobOutcome {
  if (result.status === "incomplete") return { kind: "incomplete", missing: groupMissingDays(result.missing) };
  return { kind: result.status, version: result.version };
}
