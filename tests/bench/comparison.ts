import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { copyCurveDays, type NewCurveDay } from "@/lib/data/load-curve-days";
import { inTransaction, pool } from "@/lib/data/pg";
import { findSettlementRun } from "@/lib/data/settlement-runs";
import { supposeAbsence } from "@/lib/domain/comparison/hypotheses/suppose-absence";
import { listResultCurves } from "@/lib/domain/comparison/list-result-curves";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import { splitIntoParisDays } from "@/lib/domain/series/split-into-paris-days";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { settle } from "@/lib/domain/settlement/settle";
import type { Settlement } from "@/lib/domain/settlement/settlement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { compareOutdatedRuns } from "@/lib/services/comparison/compare-outdated-runs";
import { readComparison } from "@/lib/services/comparison/read-comparison";
import { readSettlementInput } from "@/lib/services/read-settlement-input";
import { settlePeriod } from "@/lib/services/settle-period";
import type { BenchRow } from "./allocation";
import { type BenchOperation, createBenchOperation } from "./bench-operation";

const MONTH = { from: civilDate("2025-03-01"), toExclusive: civilDate("2025-04-01") };
const LEFT = { from: civilDate("2025-03-12"), toExclusive: MONTH.toExclusive };
const AXIS = parisPeriodAxis(MONTH.from, MONTH.toExclusive, 30);
const SIZE = { consumers: 230, producers: 10 };
const COMPARE_AIM_MS = 30_000;
const SEARCH_AIM_MS = 60_000;
const SCREEN_AIM_MS = 1_000;
const ROUNDS = 5;

/**
 * Times the comparison of a month of a large operation with all that its operator published, one consumer of which left
 * earlier for it; then what the screen reads of it. The default key: everybody's figures differ.
 */
export async function benchComparison(): Promise<BenchRow[]> {
  const operation = await createBenchOperation(MONTH.from, SIZE);
  await write(operation, measuredDays(operation));
  await settlePeriod(operation, operatorScope.actor, MONTH.from);
  await write(operation, publishedDays(await settleOtherwise(operation)));
  await pool.query("ANALYZE load_curve_day, settlement_run_point_day");

  const compareMs = await time(() => compareOutdatedRuns(operation.id, () => () => false));
  const run = await findSettlementRun(operation.id, MONTH.from);
  const comparison = run && (await readComparison(operation.id, run.id));
  const [claim] = comparison?.explanation?.claims ?? [];
  if (claim?.kind !== "point_absent" || claim.days.from !== LEFT.from) throw new Error("the reason was not found");
  const screenMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    screenMs.push(await time(() => readComparison(operation.id, comparison?.run.id ?? "")));
  }
  const middleMs = screenMs.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  const size = `month of ${SIZE.consumers} consumers × ${SIZE.producers} producers`;
  await write(operation, disturbedDays(operation));
  await pool.query("UPDATE settlement_comparison SET state = 'queued' WHERE operation_id = $1", [operation.id]);
  const searchMs = await time(() => compareOutdatedRuns(operation.id, () => () => false));
  const unexplained = await readComparison(operation.id, run?.id ?? "");
  return [
    {
      name: `comparison with the operator, ${size}, and its reason / ${COMPARE_AIM_MS / 1000} s`,
      ratio: compareMs / COMPARE_AIM_MS,
      aim: 1,
      detail: `${(compareMs / 1000).toFixed(1)} s, ${comparison?.tried} hypotheses, ${comparison?.figures.length} figures`,
    },
    {
      name: `the same without a reason to be found, every hypothesis tried / ${SEARCH_AIM_MS / 1000} s`,
      ratio: searchMs / SEARCH_AIM_MS,
      aim: 1,
      detail: `${(searchMs / 1000).toFixed(1)} s, ${unexplained?.tried} hypotheses`,
    },
    {
      name: `comparison, what its screen reads / ${SCREEN_AIM_MS / 1000} s`,
      ratio: middleMs / SCREEN_AIM_MS,
      aim: 1,
      detail: `${middleMs.toFixed(0)} ms`,
    },
  ];
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await run();
  return performance.now() - startMs;
}

const write = (operation: BenchOperation, days: Iterable<NewCurveDay>) =>
  inTransaction((client) => copyCurveDays(client, operation.id, randomUUID(), days));

function* measuredDays({ points }: BenchOperation): Generator<NewCurveDay> {
  for (const [n, { id, role }] of points.entries()) {
    const peakWh = role === "producer" ? 20_000 : 1_500;
    const energyWh = Float64Array.from({ length: AXIS.length }, (_, t) => Math.round(seededUniform(1, t, n) * peakWh));
    yield* toDays(id, role === "producer" ? "injection" : "withdrawal", energyWh);
  }
}

async function settleOtherwise({ id, points }: BenchOperation): Promise<Settlement> {
  const input = await readSettlementInput(id, MONTH, 30);
  const gone = { meteringPointId: points[100]?.id ?? "", role: "consumer" } as const;
  return settle(supposeAbsence(gone, LEFT).changeInput?.(input) ?? input);
}

function* publishedDays(settled: Settlement): Generator<NewCurveDay> {
  for (const { meteringPointId, quantity, energyWh } of listResultCurves(settled)) {
    yield* toDays(meteringPointId, quantity, energyWh.map(toWatts));
  }
}

/** Self-consumed curves that follow no rule, of a third of the consumers. */
function* disturbedDays({ points }: BenchOperation): Generator<NewCurveDay> {
  for (const [n, { id }] of points.slice(0, SIZE.consumers / 3).entries()) {
    const energyWh = Float64Array.from({ length: AXIS.length }, (_, t) => Math.round(seededUniform(2, t, n) * 500));
    for (const day of toDays(id, "self_consumed", energyWh)) yield { ...day, version: 2 };
  }
}

/** Half an hour in whole watts is halves of a Wh. */
const toWatts = (wh: number) => Math.round(wh * 2) / 2;

function* toDays(meteringPointId: string, quantity: EnergyQuantity, energyWh: Float64Array): Generator<NewCurveDay> {
  for (const day of splitIntoParisDays({ axis: AXIS, energyWh })) {
    const { knownWh, missingCount } = sumEnergy(day.energyWh);
    yield { meteringPointId, quantity, ...day, version: 1, totalWh: knownWh, missingCount };
  }
}
