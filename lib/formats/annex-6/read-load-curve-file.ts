import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";
import type { CurveReading } from "@/lib/formats/curve/curve-reading";
import { VALUES_PER_HOUR } from "@/lib/formats/curve/hourly-curve";
import { MAX_CURVE_DAYS } from "@/lib/formats/curve/max-curve-days";
import { decodeText } from "@/lib/formats/decode-text";
import { ProblemLog } from "@/lib/formats/problem-log";
import { LoadCurveFiller } from "./load-curve-filler";
import * as messages from "./load-curve-messages";
import { LoadCurveScanner } from "./load-curve-scanner";
import { type LoadCurveSurvey, surveyLoadCurve } from "./survey-load-curve";

const SURVEY_LINES = 200;

/**
 * Reads a load-curve file of annexe 6: `27/03/2017 00:00;6666;6000;`, one hour a
 * line with its mean powers [W], 1, 2, 4, 6 or 12 of them; no header.
 *
 * The stamp is the start of the hour, in Paris [I]. In March 02:00 is absent; in
 * October it comes twice, summer time first; where it comes once, the second one
 * is missing, not zero. Lines in another order are put in order, with a warning.
 * Every line is looked at: a bad one hides no other.
 *
 * The step may change where at least four lines in a row agree on the new one; it
 * is then said, and a day of two steps takes the coarser ({@link HourlyCurve}).
 * Fewer lines of another length are damaged ones: errors.
 *
 * @param bytes - Content of the file, in any encoding {@link decodeText} knows.
 * @param period - Days of the file's name; null to take those of its lines.
 * @returns Energies of whole days, each value exactly W · minutes / 60. The name of
 *   the file says whose and what they are, so `identifier` and `quantity` are null.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function readLoadCurveFile(bytes: Uint8Array, period: Period | null): CurveReading {
  const log = new ProblemLog();
  const series = readSeries(toSingleBytes(bytes), period, log);
  const stampConvention = series.length > 0 ? "start" : null;
  return { identifier: null, quantity: null, series, stampConvention, problems: log.problems() };
}

function readSeries(bytes: Uint8Array, namedPeriod: Period | null, log: ProblemLog): readonly EnergySeries[] {
  const survey = surveyLoadCurve(bytes, namedPeriod ? SURVEY_LINES : Number.POSITIVE_INFINITY);
  const period = namedPeriod ?? periodOf(survey);
  if (!isReadable(survey, period, log) || !period) return [];

  const scanner = new LoadCurveScanner(bytes);
  const filler = new LoadCurveFiller(period, survey, log);
  for (let isFirst = true; scanner.nextLine(); isFirst = false) {
    if (scanner.readStamp()) filler.addLine(scanner);
    else tellBadStamp(scanner, isFirst, log);
  }
  return filler.finish();
}

// Tells why not, at most one reason.
function isReadable(survey: LoadCurveSurvey, period: Period | null, log: ProblemLog): boolean {
  const days = period ? countDays(period.from, period.toExclusive) : 0;
  if (survey.lines === 0) log.error("EMPTY_FILE", {}, messages.emptyFile);
  else if (survey.stampedLines === 0 || !period) log.error("NOT_A_CURVE", {}, messages.notACurve);
  else if (!VALUES_PER_HOUR.includes(survey.valuesPerLine)) {
    log.error("STEP_UNKNOWN", {}, () => messages.stepUnknown(survey.valuesPerLine));
  } else if (days > MAX_CURVE_DAYS) log.error("PERIOD_TOO_LONG", {}, () => messages.periodTooLong(days));
  else return true;
  return false;
}

function tellBadStamp(scanner: LoadCurveScanner, isFirst: boolean, log: ProblemLog): void {
  const { line } = scanner;
  const text = scanner.lineText();
  if (isFirst && /^[^\d]/.test(text)) log.warning("HEADER_IGNORED", { line }, () => messages.headerIgnored(line, text));
  else log.error("BAD_STAMP", { line }, () => messages.badStamp(line, text));
}

function periodOf({ firstDay, lastDay }: LoadCurveSurvey): Period | null {
  if (lastDay < firstDay) return null;
  return { from: dayOf(firstDay), toExclusive: addDays(dayOf(lastDay), 1) };
}

// 31 February becomes 3 March here; its own line will be refused.
function dayOf(day: number): CivilDate {
  const ms = Date.UTC(Math.floor(day / 10_000), Math.floor((day % 10_000) / 100) - 1, day % 100);
  return new Date(ms).toISOString().slice(0, 10) as CivilDate;
}

// The scanner reads bytes; UTF-16 has two a character.
function toSingleBytes(bytes: Uint8Array): Uint8Array {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return isUtf16 ? new TextEncoder().encode(decodeText(bytes)) : bytes;
}
