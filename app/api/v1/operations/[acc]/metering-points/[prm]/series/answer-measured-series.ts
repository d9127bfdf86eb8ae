import { addMinutes } from "date-fns";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { toCsv } from "@/lib/format/to-csv";
import { answerFile } from "@/lib/server/answer-file";
import { streamJson } from "@/lib/server/json-stream";
import type { MeasuredSeries, MeasuredSeriesPage } from "@/lib/services/measures/read-measured-series";

/** The page as asked for, or 304 to whoever holds it; `Link` leads to the next one. */
export async function answerMeasuredSeries(
  request: Request,
  { tag, nextFrom, read }: MeasuredSeriesPage,
  format: "json" | "csv",
): Promise<Response> {
  const etag = `"${tag}-${format}"`;
  const headers: Record<string, string> = { etag, "cache-control": "private, no-cache", vary: "accept, authorization" };
  if (nextFrom !== null) headers.link = `<${nextAddress(request, nextFrom)}>; rel="next"`;
  if (holds(request, etag)) return new Response(null, { status: 304, headers });
  const series = await read();
  const answer = format === "csv" ? csvAnswer(series) : jsonAnswer(series, nextFrom);
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}

function holds(request: Request, etag: string): boolean {
  const held = request.headers.get("if-none-match")?.split(",") ?? [];
  return held.some((each) => each.trim().replace(/^W\//, "") === etag);
}

function nextAddress(request: Request, nextFrom: string): string {
  const { pathname, searchParams } = new URL(request.url);
  const query = new URLSearchParams(searchParams);
  query.set("from", nextFrom);
  return `${pathname}?${query}`;
}

function jsonAnswer({ startMs, energyWh, days: _, ...series }: MeasuredSeries, nextFrom: string | null): Response {
  const start = new Date(startMs).toISOString();
  return streamJson({ series: { ...series, start, stepCount: energyWh.length, energyWh, nextFrom } });
}

function csvAnswer({ startMs, stepMinutes, energyWh, days }: MeasuredSeries): Response {
  const startOf = (step: number) => {
    const day = days?.[step];
    return day ? new Date(parisMidnightMs(day)) : addMinutes(startMs, step * stepMinutes);
  };
  const rows = Array.from(energyWh, (wh, step) => [startOf(step).toISOString(), wh]);
  const content = toCsv(["start", "energyWh"], rows);
  return answerFile({ name: "courbe.csv", type: "text/csv; charset=utf-8", content });
}
