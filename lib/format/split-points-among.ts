import { roundPartsToTotal } from "./round-parts-to-total";
import { type ShownPoints, splitPoints } from "./split-points";

type Points = Parameters<typeof splitPoints>[0];

const DECIMALS = 1;
const PARTS = ["done", "planned", "notDone", "rest"] as const;

/**
 * Splits the points of a whole among what it is made of, so that lines and columns visibly add up to what `splitPoints`
 * shows of the whole.
 *
 * @param parts - Whose points make up those of the whole. [points]
 */
export function splitPointsAmong(whole: Points, parts: readonly Points[]): readonly ShownPoints[] {
  if (parts.length === 0) return [];
  const shown = splitPoints(whole);
  const columns = PARTS.map((name) => roundPartsToTotal(parts.map(rawOf[name]), DECIMALS, shown[name]));
  return parts.map((_, index) => {
    const [done = 0, planned = 0, notDone = 0, rest = 0] = columns.map((column) => column[index] ?? 0);
    const scale = 10 ** DECIMALS;
    const potential = Math.round((done + planned + notDone + rest) * scale) / scale;
    return { potential, done, planned, notDone, rest };
  });
}

const rawOf: Readonly<Record<(typeof PARTS)[number], (points: Points) => number>> = {
  done: ({ donePoints }) => donePoints,
  planned: ({ plannedPoints }) => plannedPoints,
  notDone: ({ notDonePoints }) => notDonePoints,
  rest: ({ potentialPoints, donePoints, plannedPoints, notDonePoints }) =>
    Math.max(0, potentialPoints - donePoints - plannedPoints - notDonePoints),
};
