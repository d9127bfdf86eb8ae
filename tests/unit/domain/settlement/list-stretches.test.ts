import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attachment } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKey, CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { listStretches } from "@/lib/domain/settlement/list-stretches";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";

const PERIOD = { from: civilDate("2026-03-15"), toExclusive: civilDate("2026-04-15") };

const key = (from: string, toExclusive: string | null, kind: CoefficientKind = "static"): CoefficientKey => ({
  id: `${kind} ${from}`,
  kind,
  from: civilDate(from),
  toExclusive: toExclusive === null ? null : civilDate(toExclusive),
  ppmByConsumer: new Map([["mairie", 500_000]]),
});

const attached = (meteringPointId: string, from: string, toExclusive: string | null = null): Attachment => ({
  meteringPointId,
  role: "consumer",
  from: civilDate(from),
  toExclusive: toExclusive === null ? null : civilDate(toExclusive),
});

const describeRules = (keys: readonly CoefficientKey[], attachments: readonly Attachment[]) =>
  listStretches(PERIOD, keys, attachments).map(
    ({ days, key: inForce, attachments: inside }) =>
      `${days.from} ${days.toExclusive} ${inForce?.kind ?? "none"} ${inside.map(({ meteringPointId }) => meteringPointId).join("+")}`,
  );

test.for([
  {
    what: "one key, one perimeter: one stretch",
    keys: [key("2026-01-01", null)],
    attachments: [attached("mairie", "2026-01-01")],
    rules: ["2026-03-15 2026-04-15 static mairie"],
  },
  {
    what: "no key",
    keys: [],
    attachments: [attached("mairie", "2026-01-01")],
    rules: ["2026-03-15 2026-04-15 none mairie"],
  },
  {
    what: "a key that starts late: none before",
    keys: [key("2026-04-01", null)],
    attachments: [attached("mairie", "2026-01-01")],
    rules: ["2026-03-15 2026-04-01 none mairie", "2026-04-01 2026-04-15 static mairie"],
  },
  {
    what: "bounds that are those of the period cut nothing",
    keys: [key("2026-03-15", "2026-04-15")],
    attachments: [attached("mairie", "2026-03-15", "2026-04-15"), attached("école", "2026-04-15")],
    rules: ["2026-03-15 2026-04-15 static mairie"],
  },
  {
    what: "an entry and an exit on one day cut once",
    keys: [key("2026-01-01", null, "default")],
    attachments: [attached("mairie", "2026-01-01", "2026-04-01"), attached("école", "2026-04-01")],
    rules: ["2026-03-15 2026-04-01 default mairie", "2026-04-01 2026-04-15 default école"],
  },
  {
    what: "another kind cuts",
    keys: [key("2026-01-01", "2026-04-01", "dynamic_simple"), key("2026-04-01", null, "dynamic_full")],
    attachments: [],
    rules: ["2026-03-15 2026-04-01 dynamic_simple ", "2026-04-01 2026-04-15 dynamic_full "],
  },
])("$what", ({ keys, attachments, rules }) => {
  expect(describeRules(keys, attachments)).toEqual(rules);
});

describe("for any keys and attachments", () => {
  const day = fc.integer({ min: -40, max: 70 }).map((offset) => addDays(PERIOD.from, offset));
  const attachment = fc
    .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("consumer", "producer"), day, fc.option(day))
    .map(
      ([meteringPointId, role, from, end]): Attachment => ({
        meteringPointId,
        role: role as Attachment["role"],
        from,
        toExclusive: end !== null && end > from ? end : null,
      }),
    );
  // One key after the other, with holes: at most one a day.
  const keys = fc.uniqueArray(day, { maxLength: 6 }).chain((days) => {
    const bounds = days.toSorted();
    return fc
      .array(fc.tuple(fc.constantFrom<CoefficientKind[]>("static", "default", "dynamic_full"), fc.boolean()), {
        minLength: bounds.length,
        maxLength: bounds.length,
      })
      .map((choices) =>
        choices
          .map(([kind], index) => key(bounds[index] as CivilDate, bounds[index + 1] ?? null, kind))
          .filter((_, index) => choices[index]?.[1]),
      );
  });
  const length = fc.integer({ min: 1, max: 40 });

  test("the stretches cover the period, in order, without a hole or an overlap", () => {
    fc.assert(
      fc.property(keys, fc.array(attachment), length, (someKeys, attachments, days) => {
        const period = { from: PERIOD.from, toExclusive: addDays(PERIOD.from, days) };
        const stretches = listStretches(period, someKeys, attachments).map((stretch) => stretch.days);
        expect(stretches[0]?.from).toBe(period.from);
        expect(stretches.at(-1)?.toExclusive).toBe(period.toExclusive);
        for (const [index, stretch] of stretches.entries()) {
          expect(stretch.from < stretch.toExclusive).toBe(true);
          if (index > 0) expect(stretch.from).toBe(stretches[index - 1]?.toExclusive);
        }
        expect(stretches.reduce((sum, { from, toExclusive }) => sum + countDays(from, toExclusive), 0)).toBe(days);
      }),
    );
  });

  test("on every day of a stretch its key is the one in force, and its perimeter that of the day", () => {
    fc.assert(
      fc.property(keys, fc.array(attachment), (someKeys, attachments) => {
        for (const { days, key: inForce, attachments: inside } of listStretches(PERIOD, someKeys, attachments)) {
          for (let on = days.from; on < days.toExclusive; on = addDays(on, 1)) {
            expect(inForce).toBe(someKeys.find((each) => isAttachedOn(each, on)) ?? null);
            expect(inside).toEqual(attachments.filter((each) => isAttachedOn(each, on)));
          }
        }
      }),
    );
  });
});
