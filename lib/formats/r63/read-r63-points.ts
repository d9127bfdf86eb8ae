import { readPowerW } from "@/lib/formats/curve/read-power-w";
import type { PrintedPoints } from "@/lib/formats/curve/resolve-stamps";
import type { ProblemLog } from "@/lib/formats/problem-log";
import type { R63Curve } from "./list-r63-curves";
import { quoteJson } from "./quote-json";
import * as messages from "./r63-messages";

const STEP_MINUTES: ReadonlyMap<unknown, number> = new Map([
  ["PT5M", 5],
  ["PT10M", 10],
  ["PT15M", 15],
  ["PT30M", 30],
  ["PT60M", 60],
  ["PT1H", 60],
]);

/**
 * Reads the points of a curve, `{"v": "452", "d": "2022-01-01 15:30:00", "p": "PT30M"}`.
 *
 * `v` is a text, or a number; empty or null where the value is missing. A point
 * whose stamp or step cannot be read is left out: an error with its path.
 *
 * @returns With steps only when every point says its own.
 */
export function readR63Points({ points, path, wattsPerUnit }: R63Curve, log: ProblemLog): PrintedPoints {
  const stamps: string[] = [];
  const powerW: number[] = [];
  const stepMinutes: number[] = [];
  const numbers: number[] = [];
  for (const [index, point] of points.entries()) {
    const { v, d, p } = fieldsOf(point);
    const step = p === undefined ? 0 : STEP_MINUTES.get(p);
    if (typeof d !== "string")
      tellShape(d === undefined && v === undefined ? "" : ".d", "une date et une heure", index);
    else if (step === undefined) {
      const { place, where } = placeAt(index, ".p");
      log.error("STEP_UNREADABLE", place, () => messages.stepUnreadable(where, quoteJson(p)));
    } else {
      stamps.push(d);
      stepMinutes.push(step);
      powerW.push(readValue(v, index));
      numbers.push(index);
    }
  }
  return {
    stamps,
    powerW,
    stepMinutes: stepMinutes.every((step) => step > 0) ? stepMinutes : null,
    placeOf: (point) => placeAt(numbers[point] as number, ""),
  };

  function readValue(v: unknown, index: number): number {
    if (v === null) return Number.NaN;
    const text = typeof v === "number" ? String(v) : v;
    if (typeof text === "string") return readPowerW(text.trim(), wattsPerUnit, log, () => placeAt(index, ".v"));
    tellShape(".v", "une puissance", index);
    return Number.NaN;
  }

  function tellShape(field: string, expected: string, index: number): void {
    const { place, where } = placeAt(index, field);
    log.error("WRONG_SHAPE", place, () => messages.wrongShape(where, expected));
  }

  function placeAt(index: number, field: string) {
    const where = `${path}.points[${index}]${field}`;
    return { place: { column: where }, where };
  }
}

function fieldsOf(point: unknown): { readonly v?: unknown; readonly d?: unknown; readonly p?: unknown } {
  return typeof point === "object" && point !== null ? point : {};
}
