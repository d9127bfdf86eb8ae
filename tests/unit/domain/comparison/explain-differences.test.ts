import { describe, expect, test } from "vitest";
import { compareResults } from "@/lib/domain/comparison/compare-results";
import { type Explanation, explainDifferences } from "@/lib/domain/comparison/explain-differences";
import { changeCurve } from "@/lib/domain/comparison/hypotheses/change-curve";
import type { HypothesisClaim } from "@/lib/domain/comparison/hypotheses/hypothesis";
import { supposeAbsence } from "@/lib/domain/comparison/hypotheses/suppose-absence";
import { supposeFilledGaps } from "@/lib/domain/comparison/hypotheses/suppose-filled-gaps";
import { supposeKey } from "@/lib/domain/comparison/hypotheses/suppose-key";
import { supposePublishedShifted } from "@/lib/domain/comparison/hypotheses/suppose-published-shifted";
import { supposeShiftedMeasure } from "@/lib/domain/comparison/hypotheses/suppose-shifted-measure";
import type { PublishedResults } from "@/lib/domain/comparison/published-results";
import { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import { settle } from "@/lib/domain/settlement/settle";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import { civilDate } from "@/lib/domain/time/civil-date";
import { DEFAULT_KEY, FORTNIGHT, operatorFortnight, publish, publishSettled, STATIC_KEY } from "./operator-month";

const LIBRARY = { meteringPointId: "99000000000571", role: "consumer" } as const;
const SCHOOL = { meteringPointId: "99000000000358", role: "consumer" } as const;
const ROOF = { meteringPointId: "99000000001259", role: "producer" } as const;
const OTHER_KEY = {
  ...STATIC_KEY,
  id: "before",
  ppmByConsumer: new Map([
    [LIBRARY.meteringPointId, 600_000],
    [SCHOOL.meteringPointId, 400_000],
  ]),
};
/** 02:00 on 29 March 2026, when 03:00 begins. */
const CLOCK_CHANGE_MS = Date.parse("2026-03-29T01:00:00Z");
const NOON_MS = Date.parse("2026-03-25T11:00:00Z");
const END_MS = Date.parse("2026-04-02T22:00:00Z");

function explain(input: SettlementInput, theirs: PublishedResults, isInputOfRun = true): Explanation {
  const results = settle(input);
  const figures = compareResults(results, theirs, FORTNIGHT);
  expect(figures.some(({ isDifferent }) => isDifferent)).toBe(true);
  const search = explainDifferences({ input, results, theirs, figures, isInputOfRun, keys: [STATIC_KEY, OTHER_KEY] });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const alter = (input: SettlementInput, point: typeof LIBRARY | typeof ROOF, atMs: number, wh: number) =>
  changeCurve(input, point, (energyWh) => {
    const changed = energyWh.slice();
    changed[(atMs - input.axis.startMs) / 1_800_000] = wh;
    return changed;
  });

type Case = {
  readonly name: string;
  /** What the operator settled from. */
  readonly theirs: (input: SettlementInput) => SettlementInput;
  readonly claim: HypothesisClaim;
};

const days = (from: string, toExclusive: string) => ({ from: civilDate(from), toExclusive: civilDate(toExclusive) });
const shifted = { fromMs: CLOCK_CHANGE_MS, toMs: END_MS };

const CASES: readonly Case[] = [
  {
    name: "pro rata instead of the static key",
    theirs: (input) => supposeKey(null, null).changeInput?.(input) ?? input,
    claim: { kind: "default_key", days: null },
  },
  {
    name: "the version before, over the whole period",
    theirs: (input) => supposeKey(OTHER_KEY, null).changeInput?.(input) ?? input,
    claim: { kind: "other_key", keyId: "before", days: null },
  },
  {
    name: "the version before, for the first days only",
    theirs: (input) => supposeKey(OTHER_KEY, days("2026-03-20", "2026-03-24")).changeInput?.(input) ?? input,
    claim: { kind: "other_key", keyId: "before", days: days("2026-03-20", "2026-03-24") },
  },
  {
    name: "a consumer left out",
    theirs: (input) => supposeAbsence(LIBRARY, FORTNIGHT).changeInput?.(input) ?? input,
    claim: { kind: "point_absent", ...LIBRARY, days: FORTNIGHT },
  },
  {
    name: "a consumer leaving six days early",
    theirs: (input) => supposeAbsence(LIBRARY, days("2026-03-28", "2026-04-03")).changeInput?.(input) ?? input,
    claim: { kind: "point_absent", ...LIBRARY, days: days("2026-03-28", "2026-04-03") },
  },
  {
    name: "a consumer entering three days late",
    theirs: (input) => supposeAbsence(LIBRARY, days("2026-03-20", "2026-03-23")).changeInput?.(input) ?? input,
    claim: { kind: "point_absent", ...LIBRARY, days: days("2026-03-20", "2026-03-23") },
  },
  {
    name: "a corrected measure, one value",
    theirs: (input) => alter(input, LIBRARY, NOON_MS, 40),
    claim: {
      kind: "measure_corrected",
      points: [{ ...LIBRARY, steps: 1, first: { startMs: NOON_MS, oursWh: expect.any(Number), theirsWh: 40 } }],
    },
  },
  {
    name: "a corrected measure of the producer",
    theirs: (input) => alter(input, ROOF, NOON_MS, 500),
    claim: {
      kind: "measure_corrected",
      points: [{ ...ROOF, steps: 1, first: { startMs: NOON_MS, oursWh: expect.any(Number), theirsWh: 500 } }],
    },
  },
];

describe.each([
  ["static", STATIC_KEY],
  ["default", DEFAULT_KEY],
] as const)("with the %s key, the reason of a difference is found", (kind, key) => {
  test.for(CASES.filter(({ claim }) => kind === "static" || claim.kind !== "default_key"))(
    "$name",
    ({ theirs, claim }) => {
      const input = operatorFortnight(key);
      const found = explain(input, publishSettled(theirs(input)));
      expect(found).toEqual({ claims: [claim], explainedRatio: expect.closeTo(1, 6), isComplete: true });
    },
  );

  test("a curve read an hour late since the clock change", () => {
    const input = operatorFortnight(key);
    const theirs = supposeShiftedMeasure(LIBRARY, 1, shifted).changeInput?.(input) ?? input;
    const { claims, isComplete } = explain(input, publishSettled(theirs));
    expect(isComplete).toBe(true);
    expect(claims).toEqual([expect.objectContaining({ kind: "measure_shifted", ...LIBRARY, hours: 1 })]);
    const [claim] = claims;
    // The first value that differs may come a little after the change: equal neighbours hide it.
    const fromMs = claim?.kind === "measure_shifted" ? claim.fromMs : Number.NaN;
    expect(fromMs - CLOCK_CHANGE_MS).toBeGreaterThanOrEqual(0);
    expect(fromMs - CLOCK_CHANGE_MS).toBeLessThan(12 * 3_600_000);
  });

  test("a curve published an hour early", () => {
    const input = operatorFortnight(key);
    const point = { ...LIBRARY, quantity: "self_consumed" } as const;
    const theirs = supposePublishedShifted(point, -1, shifted).changeResults?.(settle(input)) ?? settle(input);
    const { claims, isComplete } = explain(input, publish(theirs));
    expect(isComplete).toBe(true);
    expect(claims).toEqual([expect.objectContaining({ kind: "published_shifted", point, hours: -1 })]);
  });

  test("one value published otherwise", () => {
    const input = operatorFortnight(key);
    const theirs = publishSettled(input);
    const curve = theirs.curves.find(
      ({ meteringPointId, quantity }) => meteringPointId === SCHOOL.meteringPointId && quantity === "self_consumed",
    );
    const step = (NOON_MS - input.axis.startMs) / 1_800_000;
    if (curve) curve.energyWh[step] = 12_345;
    expect(explain(input, theirs)).toMatchObject({
      claims: [
        {
          kind: "isolated_values",
          ...SCHOOL,
          quantity: "self_consumed",
          values: [{ startMs: NOON_MS, oursWh: expect.any(Number), theirsWh: 12_345 }],
        },
      ],
      isComplete: true,
    });
  });

  test("zeros published of one consumer, the others as they are", () => {
    const input = operatorFortnight(key);
    const theirs = publishSettled(input);
    for (const { meteringPointId, quantity, energyWh } of theirs.curves) {
      if (meteringPointId === SCHOOL.meteringPointId && quantity === "self_consumed") energyWh.fill(0);
    }
    expect(explain(input, theirs)).toMatchObject({
      claims: [{ kind: "published_empty", ...SCHOOL, quantity: "self_consumed" }],
      isComplete: true,
    });
  });

  test("a gap filled by a straight line", () => {
    const whole = operatorFortnight(key);
    const input = {
      ...whole,
      consumers: whole.consumers.map((point) => {
        if (point.meteringPointId !== SCHOOL.meteringPointId) return point;
        const origin = point.curve.origin.slice();
        origin.fill(STEP_ORIGIN.copied, 5 * 48 + 16, 5 * 48 + 36);
        return { ...point, curve: { ...point.curve, origin } };
      }),
    };
    const theirs = supposeFilledGaps(SCHOOL, "linear", null).changeInput?.(input) ?? input;
    expect(explain(input, publishSettled(theirs))).toMatchObject({
      claims: [{ kind: "gaps_filled", ...SCHOOL, how: "linear" }],
      isComplete: true,
    });
  });

  test("somebody counted whom we do not count any more", () => {
    const input = operatorFortnight(key);
    const ours = supposeAbsence(LIBRARY, days("2026-03-28", "2026-04-03")).changeInput?.(input) ?? input;
    expect(explain(ours, publishSettled(input))).toMatchObject({
      claims: [{ kind: "point_present", ...LIBRARY, days: days("2026-03-28", "2026-04-03") }],
      isComplete: true,
    });
  });

  test("measures that came after the run", () => {
    const before = operatorFortnight(key);
    const input = alter(before, LIBRARY, NOON_MS, 0);
    const results = settle(before);
    const theirs = publishSettled(input);
    const figures = compareResults(results, theirs, FORTNIGHT);
    const [first] = explainDifferences({ input, results, theirs, figures, isInputOfRun: false, keys: [] });
    expect(first?.best).toMatchObject({ claims: [{ kind: "recomputed" }], isComplete: true });
  });

  test("two reasons at once", () => {
    const input = operatorFortnight(key);
    const one = supposeAbsence(LIBRARY, FORTNIGHT).changeInput?.(input) ?? input;
    const { claims, isComplete } = explain(input, publishSettled(alter(one, ROOF, NOON_MS, 500)));
    expect(isComplete).toBe(true);
    expect(claims.map((claim) => claim.kind).sort()).toEqual(["measure_corrected", "point_absent"]);
  });
});

test("what nothing explains is said to be explained by nothing, or by its part", () => {
  const input = operatorFortnight(STATIC_KEY);
  const theirs = publishSettled(input);
  for (const [n, { energyWh }] of theirs.curves.entries()) {
    for (let t = 0; t < energyWh.length; t += 7)
      energyWh[t] = (energyWh[t] as number) + ((n * 7_919 + t * 104_729) % 997);
  }
  const { isComplete, explainedRatio, claims } = explain(input, theirs);
  expect(isComplete).toBe(false);
  expect(explainedRatio).toBeLessThan(1);
  expect(claims.length).toBeLessThanOrEqual(2);
});
