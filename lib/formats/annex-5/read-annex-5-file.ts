import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";
import { LineTooLongError, readByteLines } from "@/lib/formats/byte-lines";
import { MAX_CURVE_DAYS } from "@/lib/formats/curve/max-curve-days";
import type { FileProblems } from "@/lib/formats/file-problem";
import { ProblemLog } from "@/lib/formats/problem-log";
import { Annex5Body, type Annex5BodyOptions } from "./annex-5-body";
import type { ReadCoefficientDay } from "./annex-5-days";
import { type Annex5FileName, parseAnnex5FileName } from "./annex-5-file-name";
import { readAnnex5Header } from "./annex-5-header";
import * as messages from "./annex-5-messages";
import { type Annex5Expectation, checkAnnex5Name, isStep, USUAL_STEP_MINUTES } from "./check-annex-5-name";

const MAX_LINE_BYTES = 1 << 20; // a hundred thousand PRM

/** What was read of a file of coefficients. */
export type Annex5Reading = {
  /** Null when the name is not that of such a file. */
  readonly name: Annex5FileName | null;
  /** The days its rows were put on; null when none could be. */
  readonly period: Period | null;
  readonly stepMinutes: number;
  /** In the order of the coefficients of each day: as expected, or as in the file. */
  readonly prms: readonly string[];
  readonly rowCount: number;
  /** With an error, the operator would refuse the file as a whole (art. 4.4). */
  readonly problems: FileProblems;
};

/**
 * Reads a file of coefficients of annexe 5 while it arrives, and hands over each Paris day once it is whole.
 *
 * Encoding, byte-order mark, line ends, spaces, a last `;`, decimal points and the order of rows are tolerated, the last
 * three with a warning; values are exact. In October the first 02:00 is that of summer time [I]. Every fault is told
 * with its line and the number of its rule (`ANNEX_5_RULES`); one bad row hides no other.
 *
 * Holds a day of a file whose rows are in order; more where days lack rows or are mixed, the file at most.
 *
 * @param file - Its name, and its content in pieces of any size.
 * @param onDay - Given each day once: whole ones as soon as they are, then the others. Awaited.
 * @returns Only when there is no error may the days be used.
 * @see Convention Enedis-FOR-CF_01E, art. 4.4 and annexe 5.
 */
export async function readAnnex5File(
  file: { readonly name: string; readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
  expected: Annex5Expectation,
  onDay: (day: ReadCoefficientDay) => void | Promise<void>,
): Promise<Annex5Reading> {
  const log = new ProblemLog();
  const name = parseAnnex5FileName(file.name);
  checkAnnex5Name(file.name, name, expected, log);
  const stepMinutes =
    expected.stepMinutes ?? (name && isStep(name.stepMinutes) ? name.stepMinutes : USUAL_STEP_MINUTES);
  const periods = [expected.period, name?.period].filter((period) => period !== undefined);
  const options = { periods: periods.filter((period) => isReadable(period, log)), stepMinutes, log, onDay };
  const body = await readBody(file.chunks, expected.consumerPrms ?? null, options);
  return {
    name,
    period: body?.period ?? null,
    stepMinutes,
    prms: body?.prms ?? [],
    rowCount: body?.rowCount ?? 0,
    problems: log.problems(),
  };
}

async function readBody(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expectedPrms: readonly string[] | null,
  options: Annex5BodyOptions,
): Promise<Annex5Body | null> {
  const { log } = options;
  let body: Annex5Body | null = null;
  let lineCount = 0;
  try {
    for await (const line of readByteLines(chunks, MAX_LINE_BYTES)) {
      lineCount += 1;
      if (lineCount === 1) {
        const header = readAnnex5Header(line, expectedPrms, log);
        if (!header) return null;
        body = new Annex5Body(header, options);
        if (header.isMissing) await body.addLine(line);
      } else await body?.addLine(line);
    }
  } catch (error) {
    if (!(error instanceof LineTooLongError)) throw error;
    const { line } = error;
    log.error("R4_LINE_TOO_LONG", { line }, () => messages.lineTooLong(line));
    lineCount += 1;
  }
  if (lineCount === 0) log.error("R4_EMPTY", {}, messages.emptyFile);
  await body?.finish();
  return body;
}

function isReadable({ from, toExclusive }: Period, log: ProblemLog): boolean {
  const days = countDays(from, toExclusive);
  if (days <= MAX_CURVE_DAYS) return true;
  log.error("R3_PERIOD_TOO_LONG", {}, () => messages.periodTooLong(days));
  return false;
}
