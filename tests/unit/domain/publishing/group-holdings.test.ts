import fc from "fast-check";
import { expect, test } from "vitest";
import type { FiguresGroup } from "@/lib/domain/publishing/figures-group";
import { groupHoldings, type SettledHolding } from "@/lib/domain/publishing/group-holdings";
import { judgeMonths } from "@/lib/domain/publishing/judge-months";
import { civilDate } from "@/lib/domain/time/civil-date";

const PERIOD = { from: civilDate("2026-06-01"), toExclusive: civilDate("2026-07-01") };

const settled = (
  participantId: string,
  role: SettledHolding["role"],
  energyWh: number,
  sharedWh: number,
): SettledHolding => ({ participantId, meteringPointId: `${role} ${participantId}`, role, energyWh, sharedWh });

const judge = (group: FiguresGroup) =>
  judgeMonths([{ runId: "1", period: PERIOD, group, corrections: [] }], [], (id) => (id === "M" ? null : id))[0];

const ids = (holdings: readonly { readonly participantId: string }[]) => holdings.map((each) => each.participantId);

test("who adds nothing to a sum is not behind it", () => {
  const group = groupHoldings([
    settled("a", "producer", 9_000, 9_000),
    settled("b", "producer", 0, 0),
    settled("c", "consumer", 9_000, 9_000),
    settled("d", "consumer", 4_000, 0),
    settled("e", "consumer", 0.2, 0.1),
  ]);
  expect(Object.fromEntries(Object.entries(group).map(([sum, holdings]) => [sum, ids(holdings)]))).toEqual({
    producers: ["a"],
    consumers: ["c", "d"],
    selfProducers: ["a"],
    selfConsumers: ["c"],
    surplusProducers: [],
    complementConsumers: ["d"],
  });
});

test("three roofs of which two do not inject yet: the production would be the third’s own curve", () => {
  const roofs = [
    settled("a", "producer", 9_000, 4_000),
    settled("b", "producer", 0, 0),
    settled("c", "producer", 0, 0),
  ];
  const judged = judge(groupHoldings([...roofs, settled("M", "consumer", 4_000, 4_000)]));
  expect(judged).toMatchObject({ production: "too_few", withdrawal: "shown", shared: "too_few" });
});

test("a static key that gives one of three residents a share: what was shared would be his own", () => {
  const residents = ["a", "b", "c"].map((id) => settled(id, "consumer", 3_000, id === "a" ? 1_000 : 0));
  const judged = judge(groupHoldings([settled("M", "producer", 9_000, 1_000), ...residents]));
  expect(judged).toMatchObject({ production: "shown", withdrawal: "shown", shared: "too_few" });
});

const someAmount = fc.constantFrom(0, 0, 1_000, 2_000);
const someSettled = fc
  .array(
    fc.record({
      id: fc.constantFrom(..."abcdefM"),
      drawn: someAmount,
      made: someAmount,
      part: fc.constantFrom(0, 0.5, 1),
    }),
    {
      maxLength: 8,
    },
  )
  .map((rows) =>
    rows.flatMap(({ id, drawn, made, part }, index) =>
      [settled(id, "consumer", drawn, drawn * part), settled(id, "producer", made, made * part)].map((holding) => ({
        ...holding,
        meteringPointId: `${holding.role} ${index}`,
      })),
    ),
  );

test("whatever is shown, no protected sum of it comes from one or two participants", () => {
  const behind = (holdings: readonly SettledHolding[], amountOf: (holding: SettledHolding) => number) =>
    new Set(ids(holdings.filter((each) => each.participantId !== "M" && amountOf(each) > 0))).size;
  fc.assert(
    fc.property(someSettled, (holdings) => {
      const judged = judge(groupHoldings(holdings));
      const of = (role: SettledHolding["role"]) => holdings.filter((each) => each.role === role);
      const counts = {
        production: [behind(of("producer"), ({ energyWh }) => energyWh)],
        withdrawal: [behind(of("consumer"), ({ energyWh }) => energyWh)],
        shared: [of("producer"), of("consumer")].flatMap((side) => [
          behind(side, ({ sharedWh }) => sharedWh),
          behind(side, ({ energyWh, sharedWh }) => energyWh - sharedWh),
        ]),
      };
      for (const figure of ["production", "withdrawal", "shared"] as const) {
        if (judged?.[figure] === "shown") for (const count of counts[figure]) expect([1, 2]).not.toContain(count);
      }
    }),
  );
});
