import { describe, expect, test } from "vitest";
import { isSiret } from "@/lib/domain/identifiers/is-siret";
import { compareWithOthers } from "@/lib/domain/participant-space/compare-with-others";
import type { ClosedRun } from "@/lib/domain/participant-space/others-comparison";
import type { PublishedParty } from "@/lib/domain/publishing/count-participants";
import { addMonths } from "@/lib/domain/time/add-months";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

const START = civilDate("2024-01-01");
const month = (index: number): Period => ({ from: addMonths(START, index), toExclusive: addMonths(START, index + 1) });

const DIGITS = [..."0123456789"];

/** With the two digits that check it. */
const siret = (siren: string, establishment: string): string =>
  DIGITS.flatMap((one) => DIGITS.map((other) => `${siren}${one}${establishment}${other}`)).find(isSiret) ?? "";

/** « h3 » a household, « f1 » a firm, « t1 » a public body; « f1b » the second establishment of f1. */
const party = (id: string): PublishedParty => {
  if (id.startsWith("h")) return { id, kind: "natural", legalId: null };
  const head = `${id.startsWith("t") ? 2 : 5}000000${id.slice(1, 2)}`;
  return { id, kind: "legal", legalId: siret(head, id.endsWith("b") ? "0002" : "0001") };
};
const many = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** Consumers of a closed month, each with one point of 100 kWh of which 40 came from the operation, or as told. */
function run(
  index: number,
  ids: readonly string[],
  { isStanding = true, wh = {} }: { isStanding?: boolean; wh?: Readonly<Record<string, number>> } = {},
): ClosedRun {
  return {
    period: month(index),
    isStanding,
    settled: ids.map((id) => {
      const energyWh = wh[id] ?? 100_000;
      return { participantId: id, meteringPointId: `p${id}`, role: "consumer", energyWh, sharedWh: energyWh * 0.4 };
    }),
  };
}

const HOMES = many("h", 7);

function compare(runs: readonly ClosedRun[], shown: readonly [number, ...number[]] = [0], participantId = "h1") {
  const ids = [...new Set(runs.flatMap(({ settled }) => settled.map((holding) => holding.participantId)))];
  const [first, ...rest] = shown;
  return compareWithOthers({
    participantId,
    shown: [month(first), ...rest.map(month)],
    runs,
    parties: [...new Set([...ids, participantId])].map(party),
  });
}

const reasonOf = (compared: ReturnType<typeof compare>) => (compared.state === "shown" ? null : compared.reason);

describe("what is told of the others", () => {
  test("weighs their share by energy and rounds to whole kWh and percents", () => {
    const base = run(0, HOMES, { wh: { h1: 50_400, h2: 1_000_000 } });
    const settled = base.settled.map((each) => (each.participantId === "h2" ? { ...each, sharedWh: 100_000 } : each));
    expect(compare([{ ...base, settled }])).toMatchObject({
      ...{ kind: "household", monthCount: 1, span: month(0), state: "shown" },
      own: { consumedKwh: 50, sharePercent: 40 },
      others: { count: 6, consumedKwh: 250, sharePercent: 20 }, // 1 500 kWh, 300 of them shared
    });
  });

  test("adds the months up, and counts a body with several establishments once, none of them among its own others", () => {
    const firms = [...many("f", 7), "f1b"];
    expect(compare([run(0, firms), run(1, firms)], [0, 1], "f1")).toMatchObject({
      ...{ kind: "other_body", monthCount: 2, state: "shown" },
      own: { consumedKwh: 200 },
      others: { count: 6, consumedKwh: 200 },
    });
  });

  test("compares public bodies with public bodies, whatever the others do", () => {
    expect(compare([run(0, [...many("t", 7), "h1", "f1"])], [0], "t1")).toMatchObject({ state: "shown" });
  });
});

test.for([
  { why: "seven households, so that five stay behind two", runs: [run(0, HOMES)], reason: null },
  { why: "six: two together would leave four", runs: [run(0, many("h", 6))], reason: "too_few" },
  { why: "seven establishments of few firms", runs: [run(0, [...many("f", 6), "f1b"])], id: "f1", reason: "too_few" },
  { why: "a seventh who draws nothing", runs: [run(0, HOMES, { wh: { h7: 0 } })], reason: "too_few" },
  { why: "towns are no households", runs: [run(0, [...many("h", 6), "t1", "t2"])], reason: "too_few" },
  { why: "a town beside them", runs: [run(0, [...HOMES, "t1"])], reason: null },
  { why: "a firm whose figure would be what remains", runs: [run(0, [...HOMES, "f1"])], reason: "exposes_others" },
  { why: "firms enough", runs: [run(0, [...HOMES, ...many("f", 7)])], reason: null },
  {
    why: "firms of whom one leaves",
    runs: [run(-1, [...HOMES, ...many("f", 8)]), run(0, [...HOMES, ...many("f", 7)])],
    reason: "exposes_others",
  },
  { why: "one entered", runs: [run(-1, HOMES), run(0, [...HOMES, "h8"])], reason: "changed" },
  { why: "one left", runs: [run(-1, [...HOMES, "h8"]), run(0, HOMES)], reason: "changed" },
  { why: "one entered a year before", runs: [run(-12, HOMES), run(0, [...HOMES, "h8"])], reason: "changed" },
  { why: "one entered before that", runs: [run(-13, HOMES), run(0, [...HOMES, "h8"])], reason: null },
  { why: "one leaves afterwards", runs: [run(0, [...HOMES, "h8"]), run(1, HOMES)], reason: "changed" },
  {
    why: "another version, with one more",
    runs: [run(0, HOMES, { isStanding: false }), run(0, [...HOMES, "h8"])],
    reason: "changed",
  },
  {
    why: "another version, with one corrected",
    runs: [run(0, HOMES, { isStanding: false }), run(0, HOMES, { wh: { h3: 90_000 } })],
    reason: "corrected",
  },
  {
    why: "another version, with all corrected",
    runs: [
      run(0, HOMES, { isStanding: false }),
      run(0, HOMES, { wh: Object.fromEntries(HOMES.map((id, index) => [id, 90_000 + index])) }),
    ],
    reason: null,
  },
  { why: "another version, the same", runs: [run(0, HOMES, { isStanding: false }), run(0, HOMES)], reason: null },
])("$why", ({ runs, id, reason }) => {
  expect(reasonOf(compare(runs, [0], id))).toBe(reason);
});

test.for([
  { why: "from a household to a household", next: "h8" },
  { why: "from a household to a firm", next: "f1" },
])("a point handed over within the only month, $why", ({ next }) => {
  const { settled, ...rest } = run(0, [...many("h", 8), ...many("f", 7)]);
  const handed = settled.map((each) => (each.participantId === next ? { ...each, meteringPointId: "ph7" } : each));
  expect(reasonOf(compare([{ ...rest, settled: handed }]))).toBe("changed");
});

test("a year is held to what was shown a year before its first month", () => {
  const later = [0, 1, 2].map((index) => run(index, [...HOMES, "h8"]));
  expect(reasonOf(compare([run(-11, HOMES), ...later], [2]))).toBeNull();
  expect(reasonOf(compare([run(-11, HOMES), ...later], [0, 1, 2]))).toBe("changed");
});
