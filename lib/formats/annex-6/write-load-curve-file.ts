import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { addDays } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { frenchDay } from "@/lib/formats/french-day";
import { writeMeasureFileName } from "./measure-file-name";

const HOUR_MS = 3_600_000;

type LoadCurveFile = {
  /** PRM, ACC number or injection contract. */
  readonly identifier: string;
  readonly quantity: EnergyQuantity;
  /** Whole Paris days, at least one; a step of 5, 10, 15, 30 or 60 minutes. [Wh per step] */
  readonly series: EnergySeries;
  /**
   * "watt" rounds each mean power to the nearest watt, as the DSO's files have it
   * (half a watt over 30 minutes is 0.25 Wh). "exact" writes all its decimals.
   */
  readonly precision?: "watt" | "exact";
};

/**
 * Writes a load-curve file of annexe 6, which `readLoadCurveFile` reads back.
 *
 * Hours as the clock shows them: 23 lines in March, 25 in October with 02:00
 * twice, summer time first. A missing value is an empty cell.
 *
 * @throws {DomainError} INVALID_PERIOD when the series is not made of whole days.
 * @see Convention Enedis-FOR-CF_01E, annexe 6.
 */
export function writeLoadCurveFile(file: LoadCurveFile): { readonly name: string; readonly text: string } {
  const { axis, energyWh } = file.series;
  const days = listParisDays(axis);
  const [first, last] = [days[0], days.at(-1)];
  if (!(first && last)) throw new Error("a load-curve file needs at least one day");
  const period = { from: first.day, toExclusive: addDays(last.day, 1) };

  const writePower = file.precision === "exact" ? writeExactPower : writeWholePower;
  const valuesPerLine = 60 / axis.stepMinutes;
  const lines: string[] = [];
  for (let start = 0; start < axis.length; start += valuesPerLine) {
    let line = writeStamp(axis.startMs + (start / valuesPerLine) * HOUR_MS);
    for (let step = start; step < start + valuesPerLine; step += 1) {
      line += `;${writePower(energyToPowerW(energyWh[step] as number, axis.stepMinutes))}`;
    }
    lines.push(`${line};\r\n`);
  }
  const name = writeMeasureFileName({ ...file, period, kind: "load_curve" });
  return { name, text: lines.join("") };
}

function writeStamp(hourMs: number): string {
  const { day, minuteOfDay } = parisLocalTime(hourMs);
  return `${frenchDay(day)} ${String(minuteOfDay / 60).padStart(2, "0")}:00`;
}

function writeWholePower(powerW: number): string {
  return Number.isNaN(powerW) ? "" : String(Math.round(powerW));
}

function writeExactPower(powerW: number): string {
  if (Number.isNaN(powerW)) return "";
  const text = String(powerW);
  // Below a millionth of a watt JavaScript writes an exponent, which is no number of this format.
  return (text.includes("e") ? powerW.toFixed(20) : text).replace(".", ",");
}
