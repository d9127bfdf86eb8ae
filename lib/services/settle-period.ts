import "server-only";
import { randomUUID } from "node:crypto";
import { findOperation } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { writeSettlement } from "@/lib/data/settlement-run-writing";
import { findSettlementRun } from "@/lib/data/settlement-runs";
import { DomainError } from "@/lib/domain/errors";
import { ENGINE_VERSION } from "@/lib/domain/settlement/engine-version";
import { findMissingMeasures, type MissingMeasure } from "@/lib/domain/settlement/find-missing-measures";
import { settle } from "@/lib/domain/settlement/settle";
import { breakDownSettlement } from "@/lib/domain/tariffs/break-down-settlement";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { settlementPeriodOf } from "@/lib/domain/time/settlement-period-of";
import { fingerprint, readSettlementInput } from "./read-settlement-input";
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
 * @throws {DomainError} UNKNOWN_PERIOD when no period of the operation starts that day;
 *   NO_PRODUCER_OR_CONSUMER when the perimeter lacks one.
 */
export async function settlePeriod(
  { id }: { readonly id: AuthorizedOperationId },
  actor: Actor,
  periodFrom: CivilDate,
): Promise<SettlePeriodResult> {
  return writeSettlement(id, actor, async (writing) => {
    // Read here, where nobody moves the anniversary any more.
    const sheet = await findOperation(id);
    const period = sheet && settlementPeriodOf(periodFrom, settlementCalendarOf(sheet));
    if (!sheet || period?.from !== periodFrom) {
      throw new DomainError("UNKNOWN_PERIOD", "no period starts on this day", { details: { from: periodFrom } });
    }
    const input = await readSettlementInput(id, period, sheet.stepMinutes, { reading: writing });
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
    const settlement = settle(input);
    const { version } = await writing.insertRun({
      id: runId,
      period,
      engineVersion: ENGINE_VERSION,
      inputFingerprint,
      settlement,
      tariffs: breakDownSettlement(settlement, await readTariffKnowledge(id)),
    });
    return { status: "settled", runId, version };
  });
}
