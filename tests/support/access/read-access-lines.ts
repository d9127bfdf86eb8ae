import type { AccessCall, AccessLines } from "../../access/line";

const FILES = import.meta.glob<Readonly<Record<string, AccessLines>>>("../../access/lines/*.ts", { eager: true });

/**
 * Every line of `tests/access/lines` by the name of its entrance.
 *
 * @throws {Error} For an entrance that has two.
 */
export function readAccessLines(): ReadonlyMap<string, AccessCall> {
  const calls = new Map<string, AccessCall>();
  for (const lines of Object.values(FILES).flatMap((module) => Object.values(module))) {
    for (const [entrance, line] of Object.entries(lines)) {
      if (calls.has(entrance)) throw new Error(`« ${entrance} » has two lines in tests/access/lines`);
      calls.set(entrance, typeof line === "string" ? { tag: line } : line);
    }
  }
  return calls;
}
