import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type FoundRun, findRun } from "@/lib/services/runs/find-run";
import { type SettlePeriodResult, settlePeriod } from "@/lib/services/settle-period";
import type { TestOperation } from "./create-test-operation";

/** Settles a period by the hand of the operation's officer. */
export function settleTestPeriod(operation: TestOperation, from: CivilDate): Promise<SettlePeriodResult> {
  return settlePeriod(operation, operation.collectivity.users.officer.actor, from);
}

/** Settles a period that must be complete, and reads the stored run back. */
export async function readSettledRun(operation: TestOperation, from: CivilDate): Promise<FoundRun> {
  const result = await settleTestPeriod(operation, from);
  if (result.status === "incomplete") throw new Error(`incomplete: ${JSON.stringify(result.missing)}`);
  const run = await findRun(operation.id, result.runId);
  if (!run) throw new Error("the run was not stored");
  return run;
}

/** What each metering point used of the operation's energy, or gave to it, by name. [Wh] */
export function sharedByName({ consumers, producers }: FoundRun): Readonly<Record<string, number>> {
  return Object.fromEntries([
    ...consumers.map(({ name, selfConsumedWh }) => [name, selfConsumedWh]),
    ...producers.map(({ name, selfProducedWh }) => [name, selfProducedWh]),
  ]);
}
