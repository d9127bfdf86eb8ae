import { describe, expect, test } from "vitest";
import { DEADLINE_RULES } from "@/lib/domain/deadlines/deadline-rules";
import { dueDay } from "@/lib/domain/deadlines/due-day";
import { assertLetter } from "@/lib/domain/letters/assert-letter";
import { assertLetterMove } from "@/lib/domain/letters/assert-letter-move";
import type { ConventionLetter, LetterKind, LetterMove } from "@/lib/domain/letters/convention-letter";
import { letterEffectDay } from "@/lib/domain/letters/letter-effect-day";
import type { LetterFacts } from "@/lib/domain/letters/letter-facts";
import { LETTER_KINDS } from "@/lib/domain/letters/letter-kinds";
import { type LetterState, letterState } from "@/lib/domain/letters/letter-state";
import { listLetterDuties } from "@/lib/domain/letters/list-letter-duties";
import { civilDate } from "@/lib/domain/time/civil-date";

const TODAY = civilDate("2026-11-30");
const RECEIVED = civilDate("2026-11-03"); // a Tuesday; 11 November is a holiday

const NOTHING: LetterFacts = {
  isExitRecorded: false,
  isEntryRecorded: false,
  keySentDay: null,
  keyAnsweredDay: null,
  endingDays: [],
  dsoNotices: [],
  isStartRecorded: false,
  isAnniversaryMoved: false,
};

function letter(kind: LetterKind, changes: Partial<ConventionLetter> = {}): ConventionLetter {
  return { kind, receivedDay: RECEIVED, sentDay: null, effectDay: null, isImmediate: false, steps: [], ...changes };
}

const step = (move: LetterMove, day = "2026-11-10") => ({ move, day: civilDate(day) });

describe("every kind, every move", () => {
  const moves: readonly LetterMove[] = ["answered", "done", "accepted", "refused", "renewed", "applied", "closed"];
  const kinds = Object.keys(LETTER_KINDS) as LetterKind[];
  const allowed: Readonly<Record<LetterKind, readonly LetterMove[]>> = {
    consent_proof: ["answered", "closed"],
    agreement_proof: ["answered", "closed"],
    access_ended: ["done", "closed"],
    access_suspended: ["answered", "closed"],
    access_resumed: ["done", "closed"],
    convention_change: ["accepted", "refused", "closed"],
    annex_change: ["done", "closed"],
    suspension: ["done", "closed"],
    breach_termination: ["done", "closed"],
    termination: ["done", "closed"],
    dispute: ["done", "renewed", "closed"],
    start_notice: ["done", "closed"],
    anniversary_move: ["done", "closed"],
    contact_change: ["done", "closed"],
    other: ["answered", "done", "closed"],
  };
  const attempt = (known: ConventionLetter, move: LetterMove) => () =>
    assertLetterMove(known, NOTHING, { move, day: TODAY, note: "Pourquoi" }, TODAY);

  test.for(kinds.flatMap((kind) => moves.map((move) => [kind, move, allowed[kind].includes(move)] as const)))(
    "%s: %s is %s",
    ([kind, move, isAllowed]) => {
      if (isAllowed) expect(attempt(letter(kind), move)).not.toThrow();
      else expect(attempt(letter(kind), move)).toThrow(expect.objectContaining({ code: "LETTER_MOVE_REFUSED" }));
    },
  );

  test.for(kinds)("%s, once it is dealt with, takes nothing more", (kind) => {
    const settled = letter(kind, { steps: [step("closed")] });
    for (const move of moves) {
      expect(attempt(settled, move)).toThrow(expect.objectContaining({ code: "LETTER_MOVE_REFUSED" }));
    }
  });

  test("of new coefficients that were sent, the day they apply from is still to come", () => {
    const answered = letter("access_suspended", { steps: [step("answered")] });
    expect(letterState(answered, NOTHING, TODAY)).toBe("answered");
    expect(attempt(answered, "applied")).not.toThrow();
    expect(attempt(answered, "closed")).not.toThrow();
    expect(attempt(answered, "answered")).toThrow(expect.objectContaining({ code: "LETTER_MOVE_REFUSED" }));
    const applied = letter("access_suspended", { steps: [step("answered"), step("applied", "2026-11-20")] });
    expect(letterState(applied, NOTHING, TODAY)).toBe("done");
    expect(attempt(applied, "applied")).toThrow(expect.objectContaining({ code: "LETTER_MOVE_REFUSED" }));
  });

  test("a dispute is renewed as often as both agree", () => {
    const renewed = letter("dispute", { steps: [step("renewed"), step("renewed", "2026-11-20")] });
    expect(letterState(renewed, NOTHING, TODAY)).toBe("to_do");
    expect(attempt(renewed, "renewed")).not.toThrow();
    expect(attempt(renewed, "done")).not.toThrow();
  });
});

test.for([
  ["tomorrow", { day: "2026-12-01" }, "DAY_IN_FUTURE"],
  ["before it arrived", { day: "2026-11-02" }, "STEP_OUT_OF_ORDER"],
  ["closed without a word", { move: "closed" as const, note: null }, "REASON_MISSING"],
] as const)("%s is refused", ([, changes, code]) => {
  const known = { move: "answered" as LetterMove, day: "2026-11-10", note: null, ...changes };
  const attempt = () =>
    assertLetterMove(letter("consent_proof"), NOTHING, { ...known, day: civilDate(known.day) }, TODAY);
  expect(attempt).toThrow(expect.objectContaining({ code }));
});

test.for<[string, ConventionLetter, Partial<LetterFacts>, LetterState]>([
  ["the exit is in the registry", letter("access_ended"), { isExitRecorded: true }, "done"],
  ["the exit without new coefficients", letter("access_suspended"), { isExitRecorded: true }, "to_do"],
  [
    "the exit and new coefficients",
    letter("access_suspended"),
    { isExitRecorded: true, keySentDay: civilDate("2026-11-09") },
    "answered",
  ],
  [
    "new coefficients that the DSO accepted",
    letter("access_suspended"),
    { isExitRecorded: true, keySentDay: civilDate("2026-11-09"), keyAnsweredDay: civilDate("2026-11-13") },
    "done",
  ],
  ["coefficients without the exit", letter("access_suspended"), { keySentDay: RECEIVED }, "to_do"],
  ["it is back in the registry", letter("access_resumed"), { isEntryRecorded: true }, "done"],
  ["the sheet has that start", letter("start_notice"), { isStartRecorded: true }, "done"],
  ["the anniversary is moved", letter("anniversary_move"), { isAnniversaryMoved: true }, "done"],
  ["a proof is never presumed", letter("consent_proof"), { isExitRecorded: true }, "to_do"],
  ["not refused within a month", letter("convention_change", { receivedDay: civilDate("2026-10-29") }), {}, "tacit"],
  ["the month's last day", letter("convention_change", { receivedDay: civilDate("2026-10-30") }), {}, "to_do"],
  [
    "refused in time",
    letter("convention_change", { receivedDay: civilDate("2026-10-01"), steps: [step("refused", "2026-10-20")] }),
    {},
    "refused",
  ],
])("%s", ([, known, facts, state]) => {
  expect(letterState(known, { ...NOTHING, ...facts }, TODAY)).toBe(state);
});

// The day in the last column is the rule's last day, or the day of effect.
test.for<[string, ConventionLetter, readonly (readonly [string, string | null, string | null])[]]>([
  ["10 working days for a proof (5.1.4)", letter("consent_proof"), [["consent-proof", "2026-11-18", null]]],
  [
    "10 working days for a proof (5.1.1), answered",
    letter("agreement_proof", { steps: [step("answered")] }),
    [["agreement-proof", "2026-11-18", "2026-11-10"]],
  ],
  [
    "10 working days for new coefficients (3.2.2.3), and the DSO told within 5",
    letter("access_suspended", { effectDay: civilDate("2026-10-23") }),
    [
      ["suspension-coefficients", "2026-11-18", null],
      ["suspension-notice-prm", "2026-10-30", "2026-11-03"],
    ],
  ],
  [
    "10 working days for the DSO to say from when they apply (3.2.2.3)",
    letter("access_suspended", { effectDay: civilDate("2026-10-23"), steps: [step("answered")] }),
    [
      ["suspension-coefficients", "2026-11-18", "2026-11-10"],
      ["suspension-notice-prm", "2026-10-30", "2026-11-03"],
      ["suspension-applied", "2026-11-25", null],
    ],
  ],
  [
    "and the day it did",
    letter("access_suspended", {
      effectDay: civilDate("2026-10-23"),
      steps: [step("answered"), step("applied", "2026-11-20")],
    }),
    [
      ["suspension-coefficients", "2026-11-18", "2026-11-10"],
      ["suspension-notice-prm", "2026-10-30", "2026-11-03"],
      ["suspension-applied", "2026-11-25", "2026-11-20"],
    ],
  ],
  [
    "answered in time, then closed: nothing is to be applied",
    letter("access_suspended", {
      effectDay: civilDate("2026-10-23"),
      steps: [step("answered"), step("closed", "2026-11-27")],
    }),
    [
      ["suspension-coefficients", "2026-11-18", "2026-11-10"],
      ["suspension-notice-prm", "2026-10-30", "2026-11-03"],
    ],
  ],
  [
    "one month to refuse, and to take effect (8.3)",
    letter("convention_change", { effectDay: civilDate("2026-11-20") }),
    [
      ["convention-change-refusal", "2026-12-03", null],
      ["convention-change", "2026-12-03", null],
    ],
  ],
  [
    "accepted, it still takes effect on its later day",
    letter("convention_change", { effectDay: civilDate("2027-01-01"), steps: [step("accepted")] }),
    [
      ["convention-change-refusal", "2026-12-03", "2026-11-10"],
      ["convention-change", "2027-01-01", null],
    ],
  ],
  [
    "refused, it never does",
    letter("convention_change", { effectDay: civilDate("2027-01-01"), steps: [step("refused")] }),
    [["convention-change-refusal", "2026-12-03", "2026-11-10"]],
  ],
  [
    "15 working days for the balance responsible parties (3.1)",
    letter("start_notice", { effectDay: civilDate("2026-12-15") }),
    [
      ["letter", null, null],
      ["start-delay", "2026-11-25", null],
    ],
  ],
  [
    "20 working days before an annexe changes (8.3)",
    letter("annex_change"),
    [
      ["letter", null, null],
      ["annex-change", "2026-12-02", null],
    ],
  ],
  [
    "ten calendar days from its sending (8.6)",
    letter("suspension", { sentDay: civilDate("2026-11-02") }),
    [
      ["end-notice-participants", "2026-11-03", null],
      ["suspension-notice", "2026-11-12", null],
      ["end-notice", "2026-11-04", null],
    ],
  ],
  [
    "at once for safety (8.6.1)",
    letter("suspension", { sentDay: civilDate("2026-11-02"), isImmediate: true }),
    [["end-notice-participants", "2026-11-03", null]],
  ],
  [
    "breach: ten calendar days (8.5.1)",
    letter("breach_termination", { sentDay: civilDate("2026-11-02") }),
    [
      ["end-notice-participants", "2026-11-03", null],
      ["breach-termination", "2026-11-12", null],
      ["end-notice", "2026-11-04", null],
    ],
  ],
  ["two months to settle a dispute (8.8)", letter("dispute"), [["dispute", "2027-01-03", null]]],
  ["renewed once", letter("dispute", { steps: [step("renewed")] }), [["dispute", "2027-03-03", null]]],
  [
    "renewed once, from the last day of a month",
    letter("dispute", { receivedDay: civilDate("2026-12-31"), steps: [step("renewed", "2027-02-20")] }),
    [["dispute", "2027-04-30", null]],
  ],
])("%s", ([, known, expected]) => {
  const duties = listLetterDuties(known, NOTHING, "metropolitan").map(({ rule, anchorDay, lastDay, doneOn }) => {
    const { span } = DEADLINE_RULES[rule];
    return [rule, lastDay ?? (span && dueDay(anchorDay, span, "metropolitan")), doneOn];
  });
  expect(duties).toEqual(expected);
});

test("new coefficients that left in time stay so once what they answered is closed", () => {
  const closed = letter("access_suspended", { steps: [step("closed", "2026-11-27")] });
  const facts = { ...NOTHING, isExitRecorded: true, keySentDay: civilDate("2026-11-09") };
  expect(listLetterDuties(closed, facts, "metropolitan")).toMatchObject([
    { rule: "suspension-coefficients", doneOn: "2026-11-09" },
    { rule: "suspension-notice-prm" },
  ]);
});

test("the DSO's own notice of an end is its record's once there is one, and done once it is noted", () => {
  const known = letter("suspension", { sentDay: civilDate("2026-11-02") });
  const effectDay = civilDate("2026-11-12");
  const notice = (facts: Partial<LetterFacts>) =>
    listLetterDuties(known, { ...NOTHING, ...facts }, "metropolitan").find(({ rule }) => rule === "end-notice");
  expect(notice({ endingDays: [effectDay] })).toBeUndefined();
  expect(notice({ dsoNotices: [{ effectDay, toldDay: civilDate("2026-11-05") }] })).toMatchObject({
    doneOn: "2026-11-05",
  });
});

test.for<[string, ConventionLetter, string | null]>([
  ["the later of both readings: three months", letter("termination", terminated("2027-01-15")), "2027-02-02"],
  ["the later of both readings: the wanted day", letter("termination", terminated("2027-03-01")), "2027-03-01"],
  ["ten working days for an address (8.10)", letter("contact_change"), "2026-11-19"],
  ["as the letter says", letter("annex_change", { effectDay: civilDate("2027-01-01") }), "2027-01-01"],
  ["nothing", letter("consent_proof"), null],
])("takes effect: %s", ([, known, day]) => {
  expect(letterEffectDay(known, "metropolitan")).toBe(day);
});

function terminated(effectDay: string): Partial<ConventionLetter> {
  return { sentDay: civilDate("2026-11-02"), effectDay: civilDate(effectDay) };
}

test.for([
  ["a proof without its metering point", { kind: "consent_proof" }, "LETTER_INCOMPLETE", "meteringPointId"],
  ["a suspension without its sending", { kind: "suspension" }, "LETTER_INCOMPLETE", "sentDay"],
  ["a change without its day", { kind: "convention_change" }, "LETTER_INCOMPLETE", "effectDay"],
  ["received tomorrow", { receivedDay: "2026-12-01" }, "DAY_IN_FUTURE", "receivedDay"],
  ["sent after it arrived", { kind: "suspension", sentDay: "2026-11-04" }, "INVALID_LETTER_DAYS", "sentDay"],
] as const)("%s is refused", ([, changes, code, field]) => {
  const known = { ...letter("other"), meteringPointId: null, ...changes } as Parameters<typeof assertLetter>[0];
  expect(() => assertLetter(known, TODAY)).toThrow(expect.objectContaining({ code, details: { field } }));
});
