import "server-only";
import { findDelivery, readDelivery } from "@/lib/data/coefficient-deliveries";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import {
  findSettlementRun,
  listRunPointDays,
  type RunPointDay,
  type SettlementRunSummary,
} from "@/lib/data/settlement-runs";
import { explainStep, type StepExplanation } from "@/lib/domain/allocation/explain-step";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { STEP_ORIGIN, type StepOrigin } from "@/lib/domain/series/step-origin";
import { type DayRule, listDayRules } from "@/lib/domain/settlement/list-day-rules";
import { type RecordedKeys, recordedStepCoefficients } from "@/lib/domain/settlement/recorded-step-coefficients";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

/** A metering point at a step. */
export type ExplainedPoint = {
  readonly id: string;
  readonly name: string;
  readonly prm: string;
  readonly origin: StepOrigin;
  /** Self-consumed or self-produced, as the run keeps it. [Wh] */
  readonly keptWh: number;
};

/** One step of a run with every figure on the way. */
export type ExplainedStep = {
  readonly run: SettlementRunSummary;
  readonly day: CivilDate;
  /** Starts of the steps of the day. [ms since 1970-01-01T00:00:00Z] */
  readonly stepsMs: readonly number[];
  /** Which of them is explained. */
  readonly step: number;
  /** Why these coefficients: one line, or one more for each producer that fell out of it. */
  readonly rules: readonly DayRule[];
  /** Rows and columns in the order of `producers` and `consumers`. */
  readonly explanation: StepExplanation;
  readonly producers: readonly ExplainedPoint[];
  readonly consumers: readonly ExplainedPoint[];
};

/**
 * Explains one step of the latest run of a period from what the run keeps: its energies, its coefficients, its rule.
 *
 * @param asked - A day of the period, else its first; a step counted from midnight, else the one of noon.
 * @returns Null when the period was never settled.
 * @see Convention Enedis-FOR-CF_01E, art. 11.7.
 */
export async function explainRunStep(
  operationId: AuthorizedOperationId,
  periodFrom: CivilDate,
  asked: { readonly day?: CivilDate | undefined; readonly step?: number | undefined },
): Promise<ExplainedStep | null> {
  const run = await findSettlementRun(operationId, periodFrom);
  if (!run) return null;
  const { period, stepMinutes, rules } = run;
  const day = asked.day && asked.day >= period.from && asked.day < period.toExclusive ? asked.day : period.from;
  const axis = parisDayAxis(day, stepMinutes);
  const step = Math.min(asked.step ?? Math.trunc(axis.length / 2), axis.length - 1);
  const rule = rules.find(({ from, toExclusive }) => from <= day && day < toExclusive);
  if (!rule) throw new Error(`the run ${run.id} has no rule on ${day}`);
  const stepMs = axis.startMs + step * stepMinutes * 60_000;
  const [rows, points, keys] = await Promise.all([
    listRunPointDays(operationId, run.id, { day }),
    listMeteringPoints(operationId),
    readKeys(operationId, rule, stepMs),
  ]);
  const names = new Map(points.map(({ id, name, prm }) => [id, { name, prm }]));
  const [producers, consumers] = [rowsOf(rows, "producer", names), rowsOf(rows, "consumer", names)];
  const stepAxis = { startMs: stepMs, stepMinutes, length: 1 };
  const seriesOf = ({ energyWh }: RunPointDay) => ({ axis: stepAxis, energyWh: energyWh.slice(step, step + 1) });
  const ids = {
    producerIds: producers.map(({ meteringPointId }) => meteringPointId),
    consumerIds: consumers.map(({ meteringPointId }) => meteringPointId),
  };
  const input = {
    axis: stepAxis,
    production: producers.map(seriesOf),
    withdrawal: consumers.map(seriesOf),
    coefficients: recordedStepCoefficients(rule, stepMs, ids, keys),
  };
  const explain = (row: RunPointDay): ExplainedPoint => ({
    id: row.meteringPointId,
    ...(names.get(row.meteringPointId) ?? { name: "", prm: "" }),
    origin: (row.origins?.[step] ?? STEP_ORIGIN.measured) as StepOrigin,
    keptWh: row.sharedWh[step] as number,
  });
  return {
    run,
    day,
    stepsMs: Array.from({ length: axis.length }, (_, t) => axis.startMs + t * stepMinutes * 60_000),
    step,
    rules: listDayRules(rule, axis).filter(({ fromMs, toMs }) => fromMs <= stepMs && stepMs < toMs),
    explanation: explainStep(input, 0),
    producers: producers.map(explain),
    consumers: consumers.map(explain),
  };
}

type Names = ReadonlyMap<string, { readonly name: string; readonly prm: string }>;

function rowsOf(rows: readonly RunPointDay[], role: PerimeterRole, names: Names): readonly RunPointDay[] {
  const nameOf = ({ meteringPointId }: RunPointDay) => names.get(meteringPointId)?.name ?? "";
  return rows.filter((row) => row.role === role).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), "fr"));
}

async function readKeys(
  operationId: AuthorizedOperationId,
  { appliedKind, keyId, deliveryId }: SettlementRule,
  stepMs: number,
): Promise<RecordedKeys> {
  if (appliedKind === "static" && keyId !== null) {
    const { ppmByConsumer } = await findKeyVersion(operationId, keyId);
    return { ppmByConsumer, delivery: null, deliveryStep: 0 };
  }
  const summary = deliveryId === undefined ? null : await findDelivery(operationId, deliveryId);
  if (!summary) return { ppmByConsumer: null, delivery: null, deliveryStep: 0 };
  const { startMs } = parisPeriodAxis(summary.period.from, summary.period.toExclusive, summary.stepMinutes);
  return {
    ppmByConsumer: null,
    delivery: await readDelivery(operationId, summary),
    deliveryStep: (stepMs - startMs) / (summary.stepMinutes * 60_000),
  };
}
