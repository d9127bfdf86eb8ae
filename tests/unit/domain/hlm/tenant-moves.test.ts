import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEADLINE_RULES } from "@/lib/domain/deadlines/deadline-rules";
import { dueDay } from "@/lib/domain/deadlines/due-day";
import { assertTenantMove } from "@/lib/domain/hlm/assert-tenant-move";
import { listTenantDuties } from "@/lib/domain/hlm/list-tenant-duties";
import type { TenantChange, TenantMove } from "@/lib/domain/hlm/tenant-change";
import { type TenantChangeState, tenantChangeState } from "@/lib/domain/hlm/tenant-change-state";
import { tenantReturnDay } from "@/lib/domain/hlm/tenant-return-day";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";

const VACANT: TenantChange = {
  endDay: civilDate("2026-10-31"),
  endNoticeDay: civilDate("2026-11-04"),
  serviceDay: null,
  serviceNoticeDay: null,
  refusalDay: null,
  abandonedDay: null,
  isReturned: false,
};
const WAITING = { ...VACANT, serviceDay: civilDate("2026-11-10"), serviceNoticeDay: civilDate("2026-11-16") };

const STATES: Readonly<Record<TenantChangeState, TenantChange>> = {
  vacant: VACANT,
  waiting: WAITING,
  refused: { ...WAITING, refusalDay: civilDate("2026-11-20") },
  returned: { ...WAITING, isReturned: true },
  abandoned: { ...VACANT, abandonedDay: civilDate("2026-11-20") },
};

test.for(Object.entries(STATES))("%s is told by what was recorded", ([state, change]) => {
  expect(tenantChangeState(change)).toBe(state);
});

describe("every move from every state", () => {
  const allowed: Readonly<Record<TenantChangeState, readonly TenantMove[]>> = {
    vacant: ["service", "abandon"],
    waiting: ["refuse", "return", "abandon"],
    refused: [],
    returned: [],
    abandoned: [],
  };
  // A day on which each move could be made: the return on its own, the others before.
  const dayOf: Readonly<Record<Exclude<TenantMove, "notice">, string>> = {
    service: "2026-11-15",
    refuse: "2026-11-15",
    return: "2026-11-24",
    abandon: "2026-11-15",
  };
  const moves = Object.keys(dayOf) as (keyof typeof dayOf)[];
  const cases = Object.entries(allowed).flatMap(([state, able]) =>
    moves.map((move) => [state as TenantChangeState, move, able.includes(move)] as const),
  );
  test.for(cases)("%s: %s is %s", ([state, move, isAllowed]) => {
    const attempt = () => assertTenantMove(STATES[state], move, civilDate(dayOf[move]));
    const code = state === "returned" && move === "refuse" ? "TENANT_REFUSAL_TOO_LATE" : "TENANT_MOVE_REFUSED";
    if (isAllowed) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code }));
  });
});

// Art. 3.2.2.2: told within five working days after the end: Saturday 31 October, so Friday 6 November.
describe("a departure known before the DSO tells it", () => {
  const untold = (change: TenantChange): TenantChange => ({ ...change, endNoticeDay: null });
  const notice = (change: TenantChange) => () => assertTenantMove(change, "notice", civilDate("2026-11-05"));

  test("awaits its notice, until nothing is awaited any more", () => {
    const [owed] = listTenantDuties(untold(VACANT), civilDate("2026-11-09"));
    expect(owed).toEqual({ rule: "hlm-notice", anchorDay: "2026-10-31", doneOn: null });
    const { span } = DEADLINE_RULES["hlm-notice"];
    expect(span && dueDay(VACANT.endDay, span, "metropolitan")).toBe("2026-11-06");
    const [dropped] = listTenantDuties(untold(STATES.abandoned), civilDate("2026-11-21"));
    expect(dropped).toMatchObject({ doneOn: "2026-11-20" });
  });

  test.for(Object.entries(STATES))("%s: told once, unless it was given up", ([state, change]) => {
    if (state === "abandoned") expect(notice(untold(change))).toThrow();
    else expect(notice(untold(change))).not.toThrow();
    expect(notice(change)).toThrow(expect.objectContaining({ code: "TENANT_MOVE_REFUSED" }));
  });
});

// Art. 3.2.2.2: in service on 10 November, back on the 24th unless the refusal is reported before.
test.for<[TenantMove, string, string | null]>([
  ["refuse", "2026-11-23", null],
  ["refuse", "2026-11-24", "TENANT_REFUSAL_TOO_LATE"],
  ["refuse", "2026-11-09", "SERVICE_BEFORE_END"],
  ["return", "2026-11-23", "TENANT_MOVE_REFUSED"],
  ["return", "2026-11-24", null],
  ["return", "2026-12-24", null],
])("%s on %s: %s", ([move, day, code]) => {
  const attempt = () => assertTenantMove(WAITING, move, civilDate(day));
  if (code === null) expect(attempt).not.toThrow();
  else expect(attempt).toThrow(expect.objectContaining({ code }));
});

test("the next contract begins on the day the former one ends at the earliest", () => {
  const serve = (day: string) => () => assertTenantMove(VACANT, "service", civilDate(day));
  expect(serve("2026-10-31")).not.toThrow();
  expect(serve("2026-10-30")).toThrow(expect.objectContaining({ code: "SERVICE_BEFORE_END" }));
});

test("on any day, either the refusal is in time or the return is due, never both", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
      const day = addDays(civilDate("2026-11-10"), count);
      const isPossible = (move: TenantMove) => {
        try {
          assertTenantMove(WAITING, move, day);
          return true;
        } catch {
          return false;
        }
      };
      expect(isPossible("refuse")).toBe(!isPossible("return"));
      expect(isPossible("return")).toBe(day >= tenantReturnDay(civilDate("2026-11-10")));
    }),
  );
});

test("the operator owes two notices within five working days; the return is an effect", () => {
  const duties = listTenantDuties(WAITING, civilDate("2026-11-23")).map(({ rule, anchorDay, doneOn }) => {
    const { span } = DEADLINE_RULES[rule];
    return [rule, span && dueDay(anchorDay, span, "metropolitan"), doneOn];
  });
  expect(duties).toEqual([
    ["hlm-notice", "2026-11-06", "2026-11-04"],
    ["hlm-notice", "2026-11-18", "2026-11-16"],
    ["hlm-return", "2026-11-24", null],
  ]);
  const after = civilDate("2026-11-25");
  expect(listTenantDuties(STATES.refused, after).at(-1)).toMatchObject({ rule: "hlm-return", doneOn: "2026-11-20" });
  expect(listTenantDuties(STATES.returned, after).at(-1)).toMatchObject({ rule: "hlm-return", doneOn: null });
});

test("a point that still waits on the day of its return is looked at", () => {
  const blocked = { rule: "hlm-return-blocked", anchorDay: "2026-11-24", doneOn: null };
  expect(listTenantDuties(WAITING, civilDate("2026-11-24")).at(-1)).toEqual(blocked);
});
