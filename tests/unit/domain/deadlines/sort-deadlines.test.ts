import fc from "fast-check";
import { expect, test } from "vitest";
import { DEADLINE_RULES, type DeadlineRuleId } from "@/lib/domain/deadlines/deadline-rules";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import { sortDeadlines } from "@/lib/domain/deadlines/sort-deadlines";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const TODAY = civilDate("2026-11-23");
const RANKS = ["late", "due_soon", "open", "to_come", "done"];

const deadlines = fc
  .record({
    rule: fc.constantFrom(...(Object.keys(DEADLINE_RULES) as DeadlineRuleId[])),
    anchorDay: fc.integer({ min: -90, max: 90 }).map((offset) => addDays(TODAY, offset)),
    doneOn: fc.option(fc.integer({ min: -30, max: 0 }).map((offset) => addDays(TODAY, offset))),
    id: fc.uuid(),
  })
  .map(({ id, ...event }) =>
    deriveDeadline(
      { ...event, operationId: "operation", subject: { id, text: "", namesPerson: false }, path: "/" },
      TODAY,
      "metropolitan",
    ),
  );

test("late first, then by date; the order they came in changes nothing", () => {
  fc.assert(
    fc.property(fc.array(deadlines, { maxLength: 30 }), (list) => {
      const sorted = sortDeadlines(list);
      expect(sortDeadlines(list.toReversed())).toEqual(sorted);
      const ranks = sorted.map(({ state }) => RANKS.indexOf(state.kind));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      const late = sorted.filter(({ state }) => state.kind === "late").map(({ dueDay }) => dueDay);
      expect(late).toEqual(late.toSorted());
    }),
  );
});
