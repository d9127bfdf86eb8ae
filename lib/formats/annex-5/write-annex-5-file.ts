import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { roundStep } from "@/lib/domain/coefficients/round-step";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { writeAnnex5Stamp } from "./annex-5-stamp";

/** The coefficients of one Paris day. */
export type CoefficientDay = {
  readonly day: CivilDate;
  /** C_j(t), in the order of the file's PRM; the sum of a step is the whole at most. [ppm] (C × steps of the day) */
  readonly ppm: readonly Uint32Array[];
};

/** How a file of coefficients is laid out. */
export type Annex5Layout = {
  /** In the order of the columns. (C,) */
  readonly prms: readonly string[];
  readonly stepMinutes: number;
  /** Of a percentage, 1 to 4; 2 where nothing is said. */
  readonly decimals?: 1 | 2 | 3 | 4;
};

const PPM_PER_PERCENT = WHOLE_PPM / 100;
const KEPT_TEXTS = 20_000; // all of those of two decimals

/**
 * Writes a file of coefficients of annexe 5 as pieces of text, the heading first, then a piece per day, so that no more
 * than a day is ever held; `readAnnex5File` reads them back.
 *
 * Rows as the clock shows them: 46 in March, 50 in October with 02:00 and 02:30 twice, summer time first [I]. Each step
 * is rounded by the largest remainder, never above 100 %.
 *
 * @param days - Whole Paris days, in order.
 * @throws {Error} when a day has another number of steps or of consumers.
 * @see Convention Enedis-FOR-CF_01E, annexe 5.
 *
 * @example
 * // Horodate;12345678901234;22345678901234
 * // 01-01-2017 00:00;1,50;22,30
 */
export async function* writeAnnex5File(
  { prms, stepMinutes, decimals = 2 }: Annex5Layout,
  days: AsyncIterable<CoefficientDay> | Iterable<CoefficientDay>,
): AsyncGenerator<string> {
  yield `${["Horodate", ...prms].join(";")}\r\n`;
  const writer = new RowWriter(prms.length, decimals);
  for await (const { day, ppm } of days) {
    const axis = parisDayAxis(day, stepMinutes);
    if (ppm.length !== prms.length || ppm.some((row) => row.length !== axis.length)) {
      throw new Error(`the coefficients of ${day} are not ${prms.length} × ${axis.length}`);
    }
    let text = "";
    for (let t = 0; t < axis.length; t += 1) {
      text += `${writeAnnex5Stamp(axis.startMs + t * stepMinutes * 60_000)}${writer.write(ppm, t)}\r\n`;
    }
    yield text;
  }
}

/** Writes the cells of one row; keeps the texts of percentages, of which there are few. */
class RowWriter {
  readonly #decimals: number;
  readonly #unitPpm: number;
  readonly #sharesPpm: Float64Array;
  readonly #roundedPpm: Uint32Array;
  readonly #texts = new Map<number, string>();

  constructor(consumers: number, decimals: number) {
    this.#decimals = decimals;
    this.#unitPpm = PPM_PER_PERCENT / 10 ** decimals;
    this.#sharesPpm = new Float64Array(consumers);
    this.#roundedPpm = new Uint32Array(consumers);
  }

  write(ppm: readonly Uint32Array[], step: number): string {
    for (const [j, row] of ppm.entries()) this.#sharesPpm[j] = row[step] as number;
    roundStep(this.#sharesPpm, this.#unitPpm, this.#roundedPpm);
    let text = "";
    for (let j = 0; j < this.#roundedPpm.length; j += 1) text += this.#cell(this.#roundedPpm[j] as number);
    return text;
  }

  #cell(ppm: number): string {
    const known = this.#texts.get(ppm);
    if (known) return known;
    const fraction = String(ppm % PPM_PER_PERCENT).padStart(4, "0");
    const text = `;${Math.floor(ppm / PPM_PER_PERCENT)},${fraction.slice(0, this.#decimals)}`;
    if (this.#texts.size < KEPT_TEXTS) this.#texts.set(ppm, text);
    return text;
  }
}
