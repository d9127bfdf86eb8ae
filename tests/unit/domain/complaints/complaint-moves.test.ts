import { describe, expect, test } from "vitest";
import { assertComplaintMove } from "@/lib/domain/complaints/assert-complaint-move";
import type { Complaint, ComplaintMove } from "@/lib/domain/complaints/complaint";
import { type ComplaintState, complaintState } from "@/lib/domain/complaints/complaint-state";
import { listComplaintDuties } from "@/lib/domain/complaints/list-complaint-duties";
import { DEADLINE_RULES } from "@/lib/domain/deadlines/deadline-rules";
import { dueDay } from "@/lib/domain/deadlines/due-day";
import { civilDate } from "@/lib/domain/time/civil-date";

const TODAY = civilDate("2026-11-30");

type Step = readonly [move: ComplaintMove, day: string];

function complaint(concernsDso: boolean, ...steps: readonly Step[]): Complaint {
  return {
    kind: "complaint",
    receivedDay: civilDate("2026-11-02"),
    concernsDso,
    steps: steps.map(([move, day]) => ({ move, day: civilDate(day) })),
  };
}

const FORWARDED: Step = ["forwarded", "2026-11-05"];
const COMPLETED: Step = ["completed", "2026-11-09"];
const ANSWERED: Step = ["answered", "2026-11-20"];
const CLOSED: Step = ["closed", "2026-11-21"];

const STATES: Readonly<Record<ComplaintState, Complaint>> = {
  received: complaint(false),
  to_forward: complaint(true),
  forwarded: complaint(true, FORWARDED),
  with_dso: complaint(true, FORWARDED, COMPLETED),
  answered: complaint(true, FORWARDED, COMPLETED, ANSWERED),
  closed: complaint(true, FORWARDED, COMPLETED, ANSWERED, CLOSED),
};

test.for(Object.entries(STATES))("%s is where its steps lead", ([state, known]) => {
  expect(complaintState(known)).toBe(state);
});

test("what is found to put the DSO in question is to forward, from its reception on", () => {
  const late = complaint(false, ["concerns_dso", "2026-11-20"]);
  expect(complaintState(late)).toBe("to_forward");
  expect(listComplaintDuties(late)).toEqual([{ rule: "complaint-forward", anchorDay: "2026-11-02", doneOn: null }]);
});

describe("every move from every state", () => {
  const allowed: Readonly<Record<ComplaintState, readonly ComplaintMove[]>> = {
    received: ["concerns_dso", "answered", "closed"],
    to_forward: ["forwarded", "closed"],
    forwarded: ["completed", "answered", "closed"],
    with_dso: ["answered", "closed"],
    answered: ["closed"],
    closed: [],
  };
  const moves: readonly ComplaintMove[] = ["concerns_dso", "forwarded", "completed", "answered", "closed"];
  const cases = Object.entries(allowed).flatMap(([state, able]) =>
    moves.map((move) => [state as ComplaintState, move, able.includes(move)] as const),
  );
  test.for(cases)("%s: %s is %s", ([state, move, isAllowed]) => {
    const attempt = () => assertComplaintMove(STATES[state], { move, day: TODAY, note: "Pourquoi" }, TODAY);
    if (isAllowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: "COMPLAINT_MOVE_REFUSED", details: { move, state } }));
  });
});

test.for<[string, Complaint, ComplaintMove, string, string | null, string]>([
  ["tomorrow", STATES.to_forward, "forwarded", "2026-12-01", null, "DAY_IN_FUTURE"],
  ["before it arrived", STATES.to_forward, "forwarded", "2026-11-01", null, "STEP_OUT_OF_ORDER"],
  ["before the step before it", STATES.forwarded, "completed", "2026-11-04", null, "STEP_OUT_OF_ORDER"],
  ["closed without an answer nor a reason", STATES.with_dso, "closed", "2026-11-30", null, "REASON_MISSING"],
])("%s is refused", ([, known, move, day, note, code]) => {
  const attempt = () => assertComplaintMove(known, { move, day: civilDate(day), note }, TODAY);
  expect(attempt).toThrow(expect.objectContaining({ code, details: { field: expect.any(String) } }));
});

// Art. 8.4.2: a request on data has no file to complete, and is forwarded the day it comes.
describe("a participant's request on data", () => {
  const asked: Complaint = { ...STATES.to_forward, kind: "data_request" };
  test("is forwarded at once, found later to be the DSO's or not", () => {
    const found: Complaint = { ...complaint(false, ["concerns_dso", "2026-11-20"]), kind: "data_request" };
    const own: Complaint = { ...STATES.received, kind: "data_request" };
    const rows = [asked, found, own].map((each) => listComplaintDuties(each));
    const duty = { rule: "data-request", anchorDay: "2026-11-02", doneOn: null };
    expect(rows).toEqual([[duty], [duty], []]);
    const { span } = DEADLINE_RULES["data-request"];
    expect(span && dueDay(asked.receivedDay, span, "metropolitan")).toBe("2026-11-02");
  });

  test("is answered or closed once forwarded, never completed", () => {
    const forwarded: Complaint = { ...STATES.forwarded, kind: "data_request" };
    const attempt = (move: ComplaintMove) => () =>
      assertComplaintMove(forwarded, { move, day: TODAY, note: "…" }, TODAY);
    expect(attempt("completed")).toThrow(expect.objectContaining({ code: "COMPLAINT_MOVE_REFUSED" }));
    for (const move of ["answered", "closed"] as const) expect(attempt(move)).not.toThrow();
  });
});

test("an answered complaint closes without a word", () => {
  const attempt = () => assertComplaintMove(STATES.answered, { move: "closed", day: TODAY, note: null }, TODAY);
  expect(attempt).not.toThrow();
});

// Art. 5.1.5: five working days from the reception; thirty calendar days from the complete file.
test.for<[string, Complaint, readonly (readonly [string, string, string | null])[]]>([
  ["ours alone has no delay", STATES.received, []],
  ["to forward within five working days", STATES.to_forward, [["complaint-forward", "2026-11-09", null]]],
  ["forwarded: done", STATES.forwarded, [["complaint-forward", "2026-11-09", "2026-11-05"]]],
  [
    "complete: the DSO's turn",
    STATES.with_dso,
    [
      ["complaint-forward", "2026-11-09", "2026-11-05"],
      ["complaint-answer", "2026-12-09", null],
    ],
  ],
  [
    "closed: nothing to do",
    STATES.closed,
    [
      ["complaint-forward", "2026-11-09", "2026-11-05"],
      ["complaint-answer", "2026-12-09", "2026-11-20"],
    ],
  ],
  [
    "closed before it was forwarded",
    complaint(true, ["closed", "2026-11-06"]),
    [["complaint-forward", "2026-11-09", "2026-11-06"]],
  ],
])("%s", ([, known, expected]) => {
  const duties = listComplaintDuties(known).map(({ rule, anchorDay, doneOn }) => {
    const { span } = DEADLINE_RULES[rule];
    return [rule, span && dueDay(anchorDay, span, "metropolitan"), doneOn];
  });
  expect(duties).toEqual(expected);
});
