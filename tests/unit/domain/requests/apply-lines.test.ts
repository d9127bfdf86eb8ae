import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { applyLines, type LineChange } from "@/lib/domain/requests/apply-lines";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

const DAY = civilDate("2026-09-01");

type Stay = { id: string; role: "consumer" | "producer"; from: CivilDate; toExclusive: CivilDate | null };

const stay = (from: string, to: string | null, role: Stay["role"] = "consumer"): Stay => ({
  id: `${role}-${from}`,
  role,
  from: civilDate(from),
  toExclusive: to === null ? null : civilDate(to),
});

const entry = { role: "consumer", move: "entry" } as const;
const exit = { role: "consumer", move: "exit" } as const;

/** The stays once the changes are made. */
function stand(stays: readonly Stay[], changes: readonly LineChange<Stay>[]) {
  const touched = new Set(changes.flatMap(({ before }) => before?.id ?? []));
  return [...stays.filter(({ id }) => !touched.has(id)), ...changes.flatMap(({ after }) => after ?? [])];
}

describe("an entry", () => {
  test("begins on the day, without end", () => {
    expect(applyLines([], [entry], DAY)).toEqual([
      { role: "consumer", before: null, after: { role: "consumer", from: DAY, toExclusive: null } },
    ]);
  });

  test("replaces what was planned for later, and leaves the past and the other role alone", () => {
    const stays = [stay("2026-01-01", "2026-06-01"), stay("2026-10-01", null), stay("2026-01-01", null, "producer")];
    expect(stand(stays, applyLines(stays, [entry], DAY))).toEqual([
      stays[0],
      stays[2],
      { role: "consumer", from: DAY, toExclusive: null },
    ]);
  });

  test("of who takes part already changes nothing, but for an exit that was planned", () => {
    expect(applyLines([stay("2026-01-01", null)], [entry], DAY)).toEqual([]);
    const leaving = stay("2026-01-01", "2026-12-01");
    expect(stand([leaving], applyLines([leaving], [entry], DAY))).toEqual([{ ...leaving, toExclusive: null }]);
  });
});

describe("an exit", () => {
  test("ends the stay on the day", () => {
    const open = stay("2026-01-01", null);
    expect(applyLines([open], [exit], DAY)).toEqual([
      { role: "consumer", before: open, after: { ...open, toExclusive: DAY } },
    ]);
  });

  test("takes back what was to begin on the day or later", () => {
    expect(stand([stay("2026-09-01", null)], applyLines([stay("2026-09-01", null)], [exit], DAY))).toEqual([]);
    expect(stand([stay("2026-10-01", null)], applyLines([stay("2026-10-01", null)], [exit], DAY))).toEqual([]);
  });

  test("of who is out changes nothing", () => {
    expect(applyLines([stay("2026-01-01", "2026-09-01")], [exit], DAY)).toEqual([]);
  });
});

test("afterwards who enters takes part for good and who leaves never again; doing it twice is doing it once", () => {
  const days = fc.integer({ min: -60, max: 60 }).map((n) => addDays(DAY, n));
  const histories = fc.uniqueArray(days, { maxLength: 6 }).map((all): Stay[] => {
    const bounds = all.toSorted();
    return bounds.flatMap((from, n): Stay[] => {
      if (n % 2 === 1) return [];
      return [{ id: from, role: "consumer", from, toExclusive: bounds[n + 1] ?? null }];
    });
  });
  fc.assert(
    fc.property(histories, fc.constantFrom(entry, exit), fc.integer({ min: 0, max: 90 }), (stays, line, later) => {
      const after = stand(stays, applyLines(stays, [line], DAY)).map((each, n) => ({ ...each, id: String(n) }));
      const takesPart = after.some((each) => isAttachedOn(each, addDays(DAY, later)));
      expect(takesPart).toBe(line.move === "entry");
      const eve = addDays(DAY, -1);
      expect(after.some((each) => isAttachedOn(each, eve))).toBe(stays.some((each) => isAttachedOn(each, eve)));
      expect(applyLines(after, [line], DAY)).toEqual([]);
    }),
  );
});
