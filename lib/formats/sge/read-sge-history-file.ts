import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { CurveReading, StampConvention } from "@/lib/formats/curve/curve-reading";
import { placePoints } from "@/lib/formats/curve/place-points";
import { readPowerW } from "@/lib/formats/curve/read-power-w";
import { type PrintedPoints, resolveStamps } from "@/lib/formats/curve/resolve-stamps";
import { decodeText } from "@/lib/formats/decode-text";
import { ProblemLog } from "@/lib/formats/problem-log";
import { isSgeHistoryHeader, readSgeHistoryHeader, type SgeHistoryHeader } from "./sge-history-header";
import * as messages from "./sge-history-messages";
import { TextLines } from "./text-lines";

const MINUTE_MS = 60_000;

/**
 * Reads the history of a load curve as SGE exports it (HDM): the PRM and what is
 * measured on two lines, `Horodate;Valeur`, then `2022-02-01T23:30:00+01:00;452`
 * a line; an empty value is missing.
 *
 * Stamps are ends of steps for meters up to 36 kVA, starts above, and nothing in
 * the file says which: {@link guessStampConvention} looks whether the last one is a
 * midnight, and a doubt is a warning. The dates of the header are those asked for;
 * the days of the lines count, and a header that announces others is a warning.
 *
 * @param bytes - Content of the file, in any encoding {@link decodeText} knows.
 * @param options.stampConvention - What the caller knows of the meter; replaces the guess.
 * @returns `identifier` as printed: 13 digits and masked ones happen.
 */
export function readSgeHistoryFile(
  bytes: Uint8Array,
  options: { readonly stampConvention?: StampConvention } = {},
): CurveReading {
  const log = new ProblemLog();
  const lines = new TextLines(decodeText(bytes));
  const header = readHeader(lines, log);
  if (!header) {
    return { identifier: null, quantity: null, series: [], stampConvention: null, problems: log.problems() };
  }
  const { identifier, quantity } = header;
  const context = {
    stampConvention: options.stampConvention ?? null,
    stepHintMinutes: header.stepHintMinutes,
    curvePlace: { place: {}, where: `PRM ${identifier}` },
  };
  const points = resolveStamps(readRows(lines, header, log), log);
  const { series, stampConvention } = placePoints(points, context, log);
  tellHeaderDates(header, series, log);
  return { identifier, quantity, series, stampConvention, problems: log.problems() };
}

function readHeader(lines: TextLines, log: ProblemLog): SgeHistoryHeader | null {
  if (!lines.next()) {
    log.error("EMPTY_FILE", {}, messages.emptyFile);
    return null;
  }
  const headers = splitCells(lines.text);
  if (!(isSgeHistoryHeader(headers) && lines.next())) {
    log.error("NOT_AN_SGE_HISTORY", { line: lines.number }, messages.notAHistory);
    return null;
  }
  return readSgeHistoryHeader(headers, splitCells(lines.text), lines.number, log);
}

function readRows(lines: TextLines, { wattsPerUnit }: SgeHistoryHeader, log: ProblemLog): PrintedPoints {
  const stamps: string[] = [];
  const powerW: number[] = [];
  const lineNumbers: number[] = [];
  while (lines.next()) {
    const { text, number: line } = lines;
    const [stamp = "", value] = splitCells(text);
    if (stamp.toLowerCase() === "horodate") continue;
    if (value === undefined) {
      log.error("BAD_ROW", { line }, () => messages.badRow(line, text));
      continue;
    }
    stamps.push(stamp);
    powerW.push(readPowerW(value, wattsPerUnit, log, () => placeOfLine(line)));
    lineNumbers.push(line);
  }
  const placeOf = (point: number) => placeOfLine(lineNumbers[point] as number);
  return { stamps, powerW, stepMinutes: null, placeOf };
}

function placeOfLine(line: number) {
  return { place: { line }, where: `Ligne ${line}` };
}

// SGE's last date is the last day for some, the day after it for others.
function tellHeaderDates({ dates, line }: SgeHistoryHeader, series: readonly EnergySeries[], log: ProblemLog): void {
  const period = periodOf(series);
  if (!(dates && period)) return;
  const isLast = dates.to === period.toExclusive || dates.to === addDays(period.toExclusive, -1);
  if (dates.from === period.from && isLast) return;
  log.warning("HEADER_DATES", { line }, () => messages.headerDates(line, dates, period));
}

function periodOf(series: readonly EnergySeries[]): Period | null {
  const [first, last] = [series[0]?.axis, series.at(-1)?.axis];
  if (!(first && last)) return null;
  const endMs = last.startMs + last.length * last.stepMinutes * MINUTE_MS;
  return { from: parisCivilDate(first.startMs), toExclusive: parisCivilDate(endMs) };
}

// Cells hold no separator; a spreadsheet may have put quotes around them.
function splitCells(line: string): string[] {
  const cells = line.split(";");
  return /["\s]/.test(line)
    ? cells.map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/, "$1")
          .trim(),
      )
    : cells;
}
