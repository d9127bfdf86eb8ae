import "server-only";
import { listRunPointDays, type RunPointDay } from "@/lib/data/settlement-runs";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { restOfCurve } from "@/lib/domain/settlement/rest-of-curve";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { writeLongCurveHeader, writeLongCurves, writeLongStamps } from "@/lib/formats/run-tables/write-long-curves";
import type { OutputPoint, OutputRun } from "./read-output-run";

const encoder = new TextEncoder();

const ORIGIN_NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(STEP_ORIGIN).map(([name, code]) => [code, name]),
);

const QUANTITIES = {
  consumer: ["withdrawal", "self_consumed", "complement"],
  producer: ["injection", "self_produced", "surplus"],
} as const;

/**
 * The curves of a run as one long table for programs, a metering point in memory at a time.
 *
 * Values are the run's own, not rounded.
 *
 * @param prm - Only this metering point.
 */
export async function* listLongCurves(output: OutputRun, prm: string | null): AsyncGenerator<Uint8Array> {
  yield encoder.encode(writeLongCurveHeader());
  yield* listRunCurves(output, prm);
}

/** The same of several runs, one after the other under one header; each is read when the one before is written. */
export async function* joinLongCurves(
  outputs: AsyncIterable<OutputRun>,
  prm: string | null,
): AsyncGenerator<Uint8Array> {
  yield encoder.encode(writeLongCurveHeader());
  for await (const output of outputs) yield* listRunCurves(output, prm);
}

async function* listRunCurves(output: OutputRun, prm: string | null): AsyncGenerator<Uint8Array> {
  const { run, operation, producers, consumers } = output;
  const axis = parisPeriodAxis(run.period.from, run.period.toExclusive, run.stepMinutes);
  const stamps = writeLongStamps(axis);
  const runCells = [operation.sheet.accNumber ?? operation.sheet.slug, run.period.from, run.version] as const;
  const points = [
    ...producers.map((point) => ({ role: "producer" as const, point })),
    ...consumers.map((point) => ({ role: "consumer" as const, point })),
  ];
  for (const { role, point } of points) {
    if (prm !== null && prm !== point.prm) continue;
    const curves = await readCurves(output, point, role, axis);
    for (const text of writeLongCurves({ run: runCells, prm: point.prm, role, ...curves }, stamps, axis.stepMinutes)) {
      yield encoder.encode(text);
    }
  }
}

async function readCurves(
  { operation, run }: OutputRun,
  { id }: OutputPoint,
  role: "consumer" | "producer",
  axis: TimeAxis,
) {
  const rows = await listRunPointDays(operation.id, run.id, { meteringPointId: id });
  const days = new Map(rows.filter((row) => row.role === role).map((row) => [row.day, row]));
  const join = (curve: "energyWh" | "sharedWh") => joinDays(days, axis, curve);
  const [energyWh, sharedWh] = [join("energyWh"), join("sharedWh")];
  const restWh = restOfCurve(energyWh, sharedWh);
  const origins = new Uint8Array(axis.length);
  for (const { day, start } of listParisDays(axis)) origins.set(days.get(day)?.origins ?? [], start);
  return {
    quantities: [energyWh, sharedWh, restWh].map((values, part) => ({
      quantity: QUANTITIES[role][part] as string,
      energyWh: values,
    })),
    originOf: (step: number) => ORIGIN_NAMES.get(origins[step] ?? STEP_ORIGIN.missing) ?? "missing",
  };
}

function joinDays(
  days: ReadonlyMap<string, RunPointDay>,
  axis: TimeAxis,
  curve: "energyWh" | "sharedWh",
): Float64Array {
  const joined = new Float64Array(axis.length).fill(Number.NaN);
  for (const { day, start } of listParisDays(axis)) joined.set(days.get(day)?.[curve] ?? [], start);
  return joined;
}
