import type { FileProblem } from "@/lib/formats/file-problem";
import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./curve-messages";
import { MAX_POWER_W } from "./max-power-w";

const NUMBER = /^[+-]?\d+(?:[.,]\d*)?$/;

/** Where a value or a point stands in its file. */
export type PointPlace = {
  readonly place: Pick<FileProblem, "line" | "column">;
  /** As a message begins: "Ligne 12", or the path of a JSON value. */
  readonly where: string;
};

/**
 * Reads the power of a step.
 *
 * @param text - A number, with a comma or a point; empty where it is missing.
 * @param wattsPerUnit - 1 for W, 1000 for kW.
 * @param placeOf - Called for a problem only.
 * @returns `NaN` where missing, and where it is no power: then the log says why. [W]
 */
export function readPowerW(text: string, wattsPerUnit: number, log: ProblemLog, placeOf: () => PointPlace): number {
  if (text === "") return Number.NaN;
  const isNumber = NUMBER.test(text);
  const value = isNumber ? Number(text.includes(",") ? text.replace(",", ".") : text) * wattsPerUnit : Number.NaN;
  if (value >= 0 && value <= MAX_POWER_W) return value + 0; // "-0" is 0
  const { place, where } = placeOf();
  if (Number.isNaN(value)) log.error("VALUE_UNREADABLE", place, () => messages.valueUnreadable(where, text));
  else if (value < 0) log.error("VALUE_NEGATIVE", place, () => messages.valueNegative(where, text));
  else log.error("VALUE_TOO_LARGE", place, () => messages.valueTooLarge(where, text));
  return Number.NaN;
}
