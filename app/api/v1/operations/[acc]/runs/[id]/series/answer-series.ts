import { type CsvCell, toCsv } from "@/lib/format/to-csv";
import { answerFile } from "@/lib/server/answer-file";
import { streamJson } from "@/lib/server/json-stream";
import type { RunSeries } from "@/lib/services/runs/read-run-series";

const MINUTE_MS = 60_000;

export function answerSeries(series: RunSeries, format: "json" | "csv"): Response {
  if (format === "csv") {
    return answerFile({ name: "courbes.csv", type: "text/csv; charset=utf-8", content: writeCsv(series) });
  }
  const { axis, ...curves } = series;
  const { startMs, stepMinutes, length } = axis;
  return streamJson({ series: { start: new Date(startMs).toISOString(), stepMinutes, stepCount: length, ...curves } });
}

/** One row for each step, one column for each curve, named as in the JSON. */
function writeCsv({ axis, operation, consumers, producers }: RunSeries): string {
  const columns = [
    ...curvesOf("", operation ?? {}),
    ...producers.flatMap((producer) => curvesOf(`${producer.prm}.`, producer)),
    ...consumers.flatMap((consumer) => curvesOf(`${consumer.prm}.`, consumer)),
  ];
  const rows = Array.from({ length: axis.length }, (_, step): CsvCell[] => [
    new Date(axis.startMs + step * axis.stepMinutes * MINUTE_MS).toISOString(),
    ...columns.map(({ energyWh }) => energyWh[step]),
  ]);
  return toCsv(["start", ...columns.map(({ name }) => name)], rows);
}

function curvesOf(prefix: string, curves: Readonly<Record<string, unknown>>) {
  return Object.entries(curves).flatMap(([key, energyWh]) =>
    energyWh instanceof Float64Array ? [{ name: prefix + key, energyWh }] : [],
  );
}
