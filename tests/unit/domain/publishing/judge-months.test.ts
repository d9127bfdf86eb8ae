import fc from "fast-check";
import { expect, test } from "vitest";
import type { FiguresGroup } from "@/lib/domain/publishing/figures-group";
import { isolatesSomebody } from "@/lib/domain/publishing/isolates-somebody";
import { judgeMonths, type MonthCandidate, type SeenMonth } from "@/lib/domain/publishing/judge-months";
import { addMonths } from "@/lib/domain/time/add-months";
import { civilDate } from "@/lib/domain/time/civil-date";

const START = civilDate("2025-01-01");

const holdings = (letters: string) =>
  [...letters].map((participantId) => ({ participantId, meteringPointId: participantId }));

/** Everybody has a share, a surplus and a complement. */
const everywhere = (producers: string, consumers: string): FiguresGroup => ({
  producers: holdings(producers),
  consumers: holdings(consumers),
  selfProducers: holdings(producers),
  selfConsumers: holdings(consumers),
  surplusProducers: holdings(producers),
  complementConsumers: holdings(consumers),
});

/** The month so many months after January 2025, with the letters of who produced and who consumed. */
const month = (index: number, producers: string, consumers: string, version = 1): MonthCandidate => ({
  runId: `${index}.${version}`,
  period: { from: addMonths(START, index), toExclusive: addMonths(START, index + 1) },
  group: everywhere(producers, consumers),
  corrections: [],
});

const seen = (candidate: MonthCandidate): SeenMonth => ({
  ...candidate,
  showsProduction: true,
  showsWithdrawal: true,
  showsShared: true,
});

// Capitals are public bodies.
const entityOf = (id: string) => (id === id.toLowerCase() ? id : null);

const judge = (candidates: readonly MonthCandidate[], before: readonly SeenMonth[] = []) =>
  judgeMonths(candidates, before, entityOf).map(({ production, withdrawal }) => `${production} ${withdrawal}`);

test.for([
  { why: "a commune alone: its buildings are public", months: [month(0, "M", "MC")], judged: ["shown shown"] },
  { why: "a resident among public buildings", months: [month(0, "M", "Ma")], judged: ["shown too_few"] },
  { why: "a resident’s roof", months: [month(0, "a", "M")], judged: ["too_few shown"] },
  { why: "three residents", months: [month(0, "M", "Mabc")], judged: ["shown shown"] },
  {
    why: "the month in which one enters, and those after it",
    months: [month(0, "M", "abc"), month(1, "M", "abcd"), month(2, "M", "abcd")],
    judged: ["shown shown", "shown isolates", "shown isolates"],
  },
  {
    why: "once two more have entered",
    months: [month(0, "M", "abc"), month(1, "M", "abcd"), month(2, "M", "abcdef")],
    judged: ["shown shown", "shown isolates", "shown shown"],
  },
  {
    why: "a year later it is another year",
    months: [month(0, "M", "abc"), month(12, "M", "abcd"), month(13, "M", "abcd")],
    judged: ["shown shown", "shown isolates", "shown shown"],
  },
  {
    why: "a public building enters and leaves",
    months: [month(0, "M", "abc"), month(1, "M", "abcM"), month(2, "M", "abc")],
    judged: ["shown shown", "shown shown", "shown shown"],
  },
  {
    why: "whatever their order, the older goes first",
    months: [month(1, "M", "abcd"), month(0, "M", "abc")],
    judged: ["shown shown", "shown isolates"],
  },
])("$why", ({ months, judged }) => {
  expect(judge(months)).toEqual(judged);
});

test("another version of a month gives away who was added to it", () => {
  expect(judge([month(0, "M", "abcd", 2)], [seen(month(0, "M", "abc"))])).toEqual(["shown isolates"]);
  expect(judge([month(0, "M", "abc", 2)], [seen(month(0, "M", "abc"))])).toEqual(["shown shown"]);
});

test.for([
  { corrected: "", judged: "shown shown" },
  { corrected: "a", judged: "shown isolates" },
  { corrected: "ab", judged: "shown isolates" },
  { corrected: "abc", judged: "shown shown" },
  { corrected: "M", judged: "shown shown" },
])("another version in which the measures of « $corrected » were corrected: $judged", ({ corrected, judged }) => {
  const corrections = [{ ...everywhere("", ""), consumers: holdings(corrected) }];
  const again = { ...month(0, "M", "abcM", 2), corrections };
  expect(judge([again], [seen(month(0, "M", "abcM"))])).toEqual([judged]);
});

test.for([
  { why: "only one has a share", changed: { selfConsumers: "Ma" }, shared: "too_few" },
  { why: "only one produced what was shared", changed: { selfProducers: "a" }, shared: "too_few" },
  { why: "only one has a complement", changed: { complementConsumers: "b" }, shared: "too_few" },
  { why: "only two have a surplus", changed: { surplusProducers: "ab" }, shared: "too_few" },
  { why: "nobody protected has a share", changed: { selfConsumers: "M" }, shared: "shown" },
] as const)("of three who produce and three who draw, $why: what was shared is $shared", ({ changed, shared }) => {
  const sums = Object.fromEntries(Object.entries(changed).map(([sum, letters]) => [sum, holdings(letters)]));
  const plain = month(0, "abcM", "abcM");
  expect(judgeMonths([{ ...plain, group: { ...plain.group, ...sums } }], [], entityOf)).toEqual([
    { runId: "0.1", production: "shown", withdrawal: "shown", shared },
  ]);
});

test("what was public of one resident holds back no month of public bodies alone", () => {
  const [first, second] = [month(0, "M", "M"), month(1, "M", "Ma")];
  expect(judge([first, second], [seen(second)])).toEqual(["shown shown", "shown too_few"]);
});

test("a hand-over told after a month was public is no second sum of it", () => {
  expect(judge([month(0, "M", "xbc")], [seen(month(0, "M", "abc"))])).toEqual(["shown shown"]);
});

test("one firm that is three participants is one", () => {
  const firm = (id: string) => ("abc".includes(id) ? "firm" : id);
  const judged = judgeMonths([month(0, "def", "abc"), month(1, "def", "abcgh")], [], firm);
  expect(judged.map(({ production, withdrawal }) => `${production} ${withdrawal}`)).toEqual([
    "shown too_few",
    "shown shown",
  ]);
});

test("one who comes to have a share follows from what was shared in two months", () => {
  const [first, second] = [month(0, "M", "abcd"), month(1, "M", "abcd")];
  const before = { ...first, group: { ...first.group, selfConsumers: holdings("abc") } };
  expect(judgeMonths([before, second], [], entityOf).map(({ shared }) => shared)).toEqual(["shown", "isolates"]);
});

test("a share that was corrected holds back what was shared, and no measure", () => {
  const corrections = [{ ...everywhere("", ""), selfConsumers: holdings("a") }];
  const again = { ...month(0, "M", "abc", 2), corrections };
  expect(judgeMonths([again], [seen(month(0, "M", "abc"))], entityOf)).toMatchObject([
    { production: "shown", withdrawal: "shown", shared: "isolates" },
  ]);
});

test("what was public is held against an earlier month too", () => {
  expect(judge([month(3, "M", "abcd")], [seen(month(5, "M", "abc"))])).toEqual(["shown isolates"]);
});

test("a month that was not shown gives nothing away", () => {
  const before = { ...seen(month(0, "M", "abc")), showsWithdrawal: false };
  expect(judge([month(1, "M", "abcd")], [before])).toEqual(["shown shown"]);
});

const someMonths = fc
  .array(fc.subarray([..."abcdefghMN"]), { minLength: 1, maxLength: 16 })
  .map((groups) => groups.map((letters, index) => month(index, letters.slice(0, 3).join(""), letters.join(""))));

test("of all that is shown within a year, nothing leaves one or two protected participants", () => {
  fc.assert(
    fc.property(someMonths, (months) => {
      const judged = judgeMonths(months, [], entityOf);
      for (const side of ["production", "withdrawal"] as const) {
        const shown = months.filter((_, index) => judged[index]?.[side] === "shown");
        for (const { period } of shown) {
          const year = shown.filter(
            (other) => other.period.from <= period.from && addMonths(other.period.from, 12) >= period.from,
          );
          const sums = year.map(({ group }) =>
            (side === "production" ? group.producers : group.consumers).filter(
              (holding) => entityOf(holding.participantId) !== null,
            ),
          );
          expect(isolatesSomebody(sums)).toBe(false);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("a month that comes later takes nothing back", () => {
  fc.assert(
    fc.property(someMonths, (months) => {
      const early = judgeMonths(months.slice(0, -1), [], entityOf);
      expect(judgeMonths(months, [], entityOf).slice(0, -1)).toEqual(early);
    }),
    { numRuns: 60 },
  );
});
