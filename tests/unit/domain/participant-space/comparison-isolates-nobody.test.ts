import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWithOthers } from "@/lib/domain/participant-space/compare-with-others";
import { LEAST_OTHERS } from "@/lib/domain/participant-space/least-circle";
import type { ClosedRun } from "@/lib/domain/participant-space/others-comparison";
import { addMonths } from "@/lib/domain/time/add-months";
import { civilDate } from "@/lib/domain/time/civil-date";

const START = civilDate("2024-01-01");
const IDS = Array.from({ length: 9 }, (_, index) => `h${index}`);
const PARTIES = IDS.map((id) => ({ id, kind: "natural" as const, legalId: null }));

/** What a reader was shown: how often the month of each of the others, in a version, is in their sum. */
type Sight = {
  readonly reader: string;
  readonly months: readonly number[];
  readonly columns: ReadonlyMap<string, number>;
};

type Step = { readonly gap: number; readonly moves: readonly string[]; readonly isAgain: boolean };

/** The life of a circle: now and then somebody comes or goes, a month is closed again. */
const someLife: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    gap: fc.constantFrom(1, 1, 1, 13),
    moves: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: fc.subarray([...IDS], { maxLength: 2 }) },
    ),
    isAgain: fc.boolean(),
  }),
  { minLength: 2, maxLength: 5 },
);

/**
 * Closes month after month and lets two readers look after each: as strict as can be, each household draws the same in
 * every month, so that a sum is told by who is in it, how often.
 */
function lookAll(life: readonly Step[], readers: readonly string[]): Sight[] {
  const sights: Sight[] = [];
  let runs: readonly ClosedRun[] = [];
  let [index, present] = [0, new Set(IDS.slice(0, 8))];
  for (const { gap, moves, isAgain } of life) {
    index += isAgain && runs.length > 0 ? 0 : gap;
    present = new Set(IDS.filter((id) => present.has(id) !== moves.some((moved) => moved === id)));
    const period = { from: addMonths(START, index), toExclusive: addMonths(START, index + 1) };
    const settled = [...present].map((id) => {
      return { participantId: id, meteringPointId: id, role: "consumer" as const, energyWh: 9_000, sharedWh: 4_000 };
    });
    const former = runs.map((run) => (run.period.from === period.from ? { ...run, isStanding: false } : run));
    runs = [...former, { period, isStanding: true, settled }];
    for (const id of new Set(readers)) sights.push(...lookOf(id, runs));
  }
  return sights;
}

function lookOf(id: string, runs: readonly ClosedRun[]): readonly Sight[] {
  const own = runs.filter(
    ({ isStanding, settled }) => isStanding && settled.some(({ participantId }) => participantId === id),
  );
  return [own.slice(-1), own.slice(-12)].flatMap((told) => {
    const [first, ...rest] = told.map(({ period }) => period);
    if (!first) return [];
    const compared = compareWithOthers({ participantId: id, shown: [first, ...rest], runs, parties: PARTIES });
    if (compared.state === "withheld") return [];
    const others = told.flatMap(({ settled }) => settled.filter(({ participantId }) => participantId !== id));
    const columns = new Map<string, number>();
    for (const { participantId } of others) columns.set(participantId, (columns.get(participantId) ?? 0) + 1);
    const months = told.map(({ period: { from } }) => Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)));
    return [{ reader: id, months, columns }];
  });
}

const areNear = (a: Sight, b: Sight): boolean =>
  a.months.some((month) => b.months.some((other) => Math.abs(month - other) <= 12));

const FACTORS = [-3, -2, -1, 0, 1, 2, 3];

/** How many households stay in a sum of sights once the figures of some are taken away, whom they know. */
function countLeft(factors: ReadonlyMap<Sight, number>, known: readonly string[]): number {
  const left = IDS.filter((id) => {
    const factor = [...factors].reduce((sum, [{ columns }, times]) => sum + times * (columns.get(id) ?? 0), 0);
    return factor !== 0 && !known.includes(id);
  });
  return left.length;
}

const distinct = (sights: readonly Sight[]): readonly Sight[] => [
  ...new Map(sights.map((sight) => [`${sight.reader} ${sight.months} ${[...sight.columns]}`, sight])).values(),
];

test("no two sights of two readers, at whatever time, leave one to four households besides them", () => {
  let shown = 0;
  fc.assert(
    fc.property(someLife, fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), (life, readers) => {
      const sights = distinct(lookAll(life, readers));
      shown += sights.length;
      const pairs = sights.flatMap((a) => sights.filter((b) => areNear(a, b)).map((b) => [a, b] as const));
      const left = pairs.flatMap(([a, b]) =>
        FACTORS.flatMap((x) => FACTORS.map((y) => countLeft(new Map([[a, x]]).set(b, a === b ? x + y : y), readers))),
      );
      expect(Math.min(...left.filter((count) => count > 0), IDS.length)).toBeGreaterThanOrEqual(LEAST_OTHERS);
    }),
    { numRuns: 50 },
  );
  expect(shown).toBeGreaterThan(20);
});
