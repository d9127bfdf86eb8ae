import { describe, expect, test } from "vitest";
import type { DeadlineEvent } from "@/lib/domain/deadlines/deadline";
import { DEADLINE_RULES, type DeadlineRuleId } from "@/lib/domain/deadlines/deadline-rules";
import { deriveDeadline } from "@/lib/domain/deadlines/derive-deadline";
import { civilDate } from "@/lib/domain/time/civil-date";

const event = (rule: DeadlineRuleId, anchor: string, done: string | null = null): DeadlineEvent => ({
  operationId: "operation",
  rule,
  subject: { id: "subject", text: "", namesPerson: false },
  anchorDay: civilDate(anchor),
  doneOn: done === null ? null : civilDate(done),
  path: "/",
});

const derive = (rule: DeadlineRuleId, anchor: string, today: string, done: string | null = null) =>
  deriveDeadline(event(rule, anchor, done), civilDate(today), "metropolitan");

// One line for each row of the convention that sets a day: its article, who acts, an anchor and the last day, counted by
// hand on calendars of 2026 and 2027.
const TABLE = {
  "start-notice": ["3.1, 8.2", "dso", "2026-09-07", "2026-09-14"],
  "start-delay": ["3.1", "dso", "2026-09-07", "2026-09-28"],
  "perimeter-request": ["3.2.1", "organiser", "2027-03-01", "2027-02-08"],
  "perimeter-answer": ["3.2.1", "dso", "2026-12-21", "2026-12-29"],
  "request-effect": ["3.2.1, 4.2, 4.3", "organiser", "2026-12-01", "2026-12-01"],
  "exit-by-termination": ["3.2.2.1", "dso", "2026-05-13", "2026-05-21"],
  "hlm-notice": ["3.2.2.2", "dso", "2026-11-10", "2026-11-18"],
  "hlm-return": ["3.2.2.2", "organiser", "2026-12-20", "2027-01-03"],
  "hlm-return-blocked": ["3.2.2.2", "organiser", "2027-01-03", "2027-01-03"],
  "suspension-notice-prm": ["3.2.2.3", "dso", "2026-07-10", "2026-07-20"],
  "suspension-coefficients": ["3.2.2.3", "organiser", "2026-04-30", "2026-05-19"],
  "suspension-applied": ["3.2.2.3", "dso", "2026-12-21", "2027-01-06"],
  "kind-change": ["4.2", "organiser", "2027-02-01", "2027-01-11"],
  "kind-change-answer": ["4.2", "dso", "2027-01-11", "2027-01-18"],
  "static-change": ["4.3", "organiser", "2027-02-01", "2027-01-11"],
  "static-change-answer": ["4.3", "dso", "2027-01-11", "2027-01-18"],
  "dynamic-key": ["4.1, 4.4", "organiser", "2027-01-01", "2027-01-07"],
  announcement: ["5.1.1", "organiser", "2027-02-01", "2027-01-31"],
  measures: ["5.2.2", "dso", "2026-11-01", "2026-11-09"],
  "agreement-proof": ["5.1.1, 8.5.1", "organiser", "2026-11-06", "2026-11-23"],
  "consent-proof": ["5.1.4", "organiser", "2026-11-06", "2026-11-23"],
  "consent-before-entry": ["3.2.1, 5.1.1", "organiser", "2026-12-01", "2026-11-30"],
  "consent-renewal": ["5.1.1, 5.1.4", "organiser", "2026-12-01", "2026-11-30"],
  "consent-retention": ["annexe 4", "organiser", "2024-02-29", "2029-02-28"],
  "consent-destruction": ["annexe 4", "organiser", "2026-11-30", "2031-11-30"],
  "complaint-forward": ["5.1.5", "organiser", "2026-10-30", "2026-11-06"],
  "complaint-answer": ["5.1.5", "dso", "2026-12-15", "2027-01-14"],
  "data-request": ["8.4.2", "organiser", "2026-12-15", "2026-12-15"],
  "convention-change": ["8.3", "dso", "2027-01-31", "2027-02-28"],
  "convention-change-refusal": ["8.3", "organiser", "2026-12-15", "2027-01-15"],
  "annex-change": ["8.3", "dso", "2026-12-01", "2026-12-30"],
  "address-change": ["8.10", "both", "2026-12-21", "2027-01-06"],
  dispute: ["8.8", "both", "2026-12-31", "2027-02-28"],
  "termination-notice": ["8.5.1", "organiser", "2027-04-30", "2027-01-31"],
  termination: ["8.5.1", "both", "2027-04-30", "2027-04-30"],
  "breach-termination": ["8.5.1", "dso", "2026-12-24", "2027-01-03"],
  "suspension-notice": ["8.6.1", "dso", "2026-12-24", "2027-01-03"],
  "suspension-limit": ["8.6.2", "both", "2026-11-30", "2027-02-28"],
  "end-notice": ["8.5.2, 8.6.2", "dso", "2027-01-04", "2026-12-24"],
  "end-notice-participants": ["8.5.2, 8.6.2", "organiser", "2026-12-24", "2026-12-24"],
  confidentiality: ["8.4.1", "both", "2026-12-31", "2029-12-31"],
} as const satisfies Partial<Record<DeadlineRuleId, readonly [string, string, string, string]>>;

test.for(Object.entries(TABLE))("%s", ([rule, [articles, actor, anchor, expected]]) => {
  const deadline = derive(rule as DeadlineRuleId, anchor, "2026-01-01");
  expect(deadline.dueDay).toBe(expected);
  expect(deadline.articles.join(", ")).toBe(articles);
  expect(deadline.actor).toBe(actor);
});

test("every rule but those of the work itself, which have no day, stands in the table", () => {
  const withoutDay = Object.values(DEADLINE_RULES).flatMap(({ id, span }) => (span === null ? [id] : []));
  expect([...Object.keys(TABLE), ...withoutDay].toSorted()).toEqual(Object.keys(DEADLINE_RULES).toSorted());
});

test("a last day that the rule does not count itself holds", () => {
  const told = { ...event("convention-change", "2026-11-30"), lastDay: civilDate("2027-03-01") };
  const deadline = deriveDeadline(told, civilDate("2027-02-26"), "metropolitan");
  expect(deadline).toMatchObject({ dueDay: "2027-03-01", state: { kind: "due_soon" } });
});

describe("where it stands", () => {
  // The fourth working day after Friday 1 January 2027 is Thursday the 7th.
  test.for([
    ["2026-12-30", null, { kind: "to_come" }],
    ["2026-12-31", null, { kind: "due_soon" }],
    ["2027-01-07", null, { kind: "due_soon" }],
    ["2027-01-08", null, { kind: "late", days: 1, unit: "working_days" }],
    ["2027-01-10", null, { kind: "late", days: 1, unit: "working_days" }],
    ["2027-01-11", null, { kind: "late", days: 2, unit: "working_days" }],
    ["2027-02-01", "2027-01-07", { kind: "done", on: "2027-01-07", lateDays: 0 }],
    ["2027-02-01", "2027-01-12", { kind: "done", on: "2027-01-12", lateDays: 3 }],
  ] as const)("the key of December on %s, notified %s", ([today, done, expected]) => {
    expect(derive("dynamic-key", "2027-01-01", today, done).state).toEqual(expected);
  });

  test("calendar days are late in calendar days, Sundays included", () => {
    const { state } = derive("measures", "2026-11-01", "2026-11-15");
    expect(state).toEqual({ kind: "late", days: 6, unit: "calendar_days" });
  });

  test("over on a Friday evening, nothing worked is lost by Sunday", () => {
    const { state } = derive("complaint-forward", "2026-10-30", "2026-11-08");
    expect(state).toEqual({ kind: "late", days: 0, unit: "working_days" });
  });

  test("nobody is late for what takes place by itself", () => {
    expect(derive("hlm-return", "2026-12-20", "2027-01-03").state.kind).toBe("due_soon");
    expect(derive("hlm-return", "2026-12-20", "2027-01-04").state).toEqual({
      kind: "done",
      on: "2027-01-03",
      lateDays: 0,
    });
  });

  test("what has no day is open until it is done", () => {
    expect(derive("settle", "2026-11-01", "2026-11-15").state).toEqual({ kind: "open" });
    expect(derive("settle", "2026-11-01", "2026-11-15", "2026-11-14").state.kind).toBe("done");
  });
});

test("its id is the same on every day, and another for another subject", () => {
  const one = derive("measures", "2026-11-01", "2026-11-02");
  expect(derive("measures", "2026-11-01", "2027-11-02").id).toBe(one.id);
  const other = { ...event("measures", "2026-11-01"), subject: { id: "other", text: "", namesPerson: false } };
  expect(deriveDeadline(other, civilDate("2026-11-02"), "metropolitan").id).not.toBe(one.id);
});

test("in Alsace-Moselle the day after Good Friday is one later", () => {
  const key = event("dynamic-key", "2026-04-01");
  expect(deriveDeadline(key, civilDate("2026-04-01"), "metropolitan").dueDay).toBe("2026-04-08");
  expect(deriveDeadline(key, civilDate("2026-04-01"), "alsace_moselle").dueDay).toBe("2026-04-09");
});
