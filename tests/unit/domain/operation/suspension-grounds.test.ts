import { expect, test } from "vitest";
import { assertStatusChange } from "@/lib/domain/operation/assert-status-change";
import { listEndings } from "@/lib/domain/operation/list-endings";
import type { DatedStatus, OperationStatus } from "@/lib/domain/operation/operation-status-on";
import { type GroundFacts, type GroundKind, suspensionGrounds } from "@/lib/domain/operation/suspension-grounds";
import { civilDate } from "@/lib/domain/time/civil-date";

const TODAY = civilDate("2026-11-30");

const SOUND: GroundFacts = {
  unviable: null,
  withoutAgreementCount: 0,
  proofDueDays: [],
  status: { status: "active", from: null },
};

const suspendedFrom = (from: string) => ({ status: "suspended", from: civilDate(from) }) as const;
const lone = (day: string) => ({ day: civilDate(day), lacks: ["consumer"] as const });

// Art. 8.6.1 and 8.5.1, each condition on its own.
test.for<[string, Partial<GroundFacts>, GroundKind, readonly [string, string | null, number | null]]>([
  ["both sides are there", {}, "lone_participant", ["not_met", null, null]],
  ["a lone producer today", { unviable: lone("2026-11-30") }, "lone_participant", ["met", "2026-11-30", null]],
  ["a lone producer to come", { unviable: lone("2026-12-01") }, "lone_participant", ["to_come", "2026-12-01", null]],
  ["everybody agreed", {}, "missing_agreement", ["not_met", null, 0]],
  ["two did not", { withoutAgreementCount: 2 }, "missing_agreement", ["met", null, 2]],
  ["no proof is asked for", {}, "late_proof", ["not_met", null, 0]],
  ["the last day of a proof", { proofDueDays: [civilDate("2026-11-30")] }, "late_proof", ["to_come", "2026-12-01", 1]],
  [
    "the day after it, of two",
    { proofDueDays: [civilDate("2026-12-04"), civilDate("2026-11-27")] },
    "late_proof",
    ["met", "2026-11-28", 1],
  ],
  ["no suspension", {}, "long_suspension", ["not_met", null, null]],
  [
    "three months to the day",
    { status: suspendedFrom("2026-08-30") },
    "long_suspension",
    ["to_come", "2026-12-01", null],
  ],
  ["more than three months", { status: suspendedFrom("2026-08-29") }, "long_suspension", ["met", "2026-11-30", null]],
  ["nothing of ours tells", {}, "no_balance_party", ["unwatched", null, null]],
])("%s", ([, facts, kind, expected]) => {
  const ground = suspensionGrounds({ ...SOUND, ...facts }, TODAY).find((each) => each.kind === kind);
  expect([ground?.state, ground?.day, ground?.count]).toEqual(expected);
});

const at = (status: OperationStatus, from: string): DatedStatus => ({ status, from: civilDate(from) });

test.for<[string, readonly DatedStatus[], readonly (readonly [string, string, boolean])[]]>([
  ["nothing was decided", [], []],
  ["a suspension under way", [at("suspended", "2026-11-01")], [["suspension", "2026-11-01", false]]],
  ["one to come", [at("suspended", "2026-12-10")], [["suspension", "2026-12-10", false]]],
  ["one that is over", [at("suspended", "2026-11-01"), at("active", "2026-11-20")], []],
  [
    "one whose end is to come",
    [at("suspended", "2026-11-01"), at("active", "2026-12-20")],
    [["suspension", "2026-11-01", false]],
  ],
  ["one taken back for its own day", [at("suspended", "2026-12-01"), at("active", "2026-12-01")], []],
  [
    "an end after a suspension",
    [at("suspended", "2026-11-01"), at("ended", "2027-02-01")],
    [
      ["suspension", "2026-11-01", false],
      ["termination", "2027-02-01", false],
    ],
  ],
])("endings: %s", ([, statuses, expected]) => {
  // What is taken back for a day to come is told on that day.
  const day = expected.length === 0 && statuses.length > 0 ? civilDate("2026-12-02") : TODAY;
  const endings = listEndings(statuses, [], day);
  expect(endings.map(({ kind, effectDay, isAnnounced }) => [kind, effectDay, isAnnounced])).toEqual(expected);
});

test("what a letter announces and what was recorded of it are one", () => {
  const announced = { kind: "suspension", effectDay: civilDate("2026-12-10") } as const;
  expect(listEndings([], [announced], TODAY)).toEqual([{ ...announced, isAnnounced: true }]);
  expect(listEndings([at("suspended", "2026-12-10")], [announced], TODAY)).toEqual([
    { ...announced, isAnnounced: false },
  ]);
});

const STATUSES: readonly OperationStatus[] = ["active", "suspended", "ended"];
const ALLOWED: Readonly<Record<OperationStatus, readonly OperationStatus[]>> = {
  active: ["suspended", "ended"],
  suspended: ["active", "ended"],
  ended: [],
};

test.for(STATUSES.flatMap((before) => STATUSES.map((after) => [before, after] as const)))(
  "what is %s becomes %s",
  ([before, after]) => {
    const statuses = before === "active" ? [] : [at(before, "2026-10-01")];
    const attempt = () => assertStatusChange(statuses, at(after, "2026-11-01"));
    if (ALLOWED[before].includes(after)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code: "STATUS_CHANGE_REFUSED" }));
  },
);
