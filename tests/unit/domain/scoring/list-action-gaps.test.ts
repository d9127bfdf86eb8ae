import { expect, test } from "vitest";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { isLate } from "@/lib/domain/scoring/is-late";
import { type ActionGap, listActionGaps } from "@/lib/domain/scoring/list-action-gaps";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ShownStatus } from "@/lib/domain/scoring/shown-status";
import { civilDate } from "@/lib/domain/time/civil-date";
import { testTree } from "../../../support/scoring-trees";

const { root, measureDepth } = testTree("cae");
const tree = prepareScoringTree(root, measureDepth);
const NOTE: ActionNote = { explanation: null, outReason: null, pilot: null, dueDay: null };
const VOIRIE: ActionNote["pilot"] = { kind: "service", name: "Voirie" };
const DAY = civilDate("2027-06-30");

type Case = {
  readonly of: string;
  readonly statuses: Readonly<Record<string, ActionStatus>>;
  readonly note?: Partial<ActionNote>;
  readonly out?: string;
  readonly gaps: readonly ActionGap[];
};

const CASES: readonly (readonly [string, Case])[] = [
  ["a task nobody answered", { of: "3.1.1.5.2", statuses: {}, gaps: ["status"] }],
  [
    "a task left open on purpose",
    { of: "3.1.1.5.2", statuses: { "3.1.1.5.2": { status: "unfilled" } }, gaps: ["status"] },
  ],
  ["a sub-action with tasks", { of: "3.1.1.5", statuses: {}, gaps: [] }],
  [
    "a task whose sub-action is answered",
    { of: "3.1.1.5.2", statuses: { "3.1.1.5": { status: "planned" } }, gaps: [] },
  ],
  ["what is done", { of: "3.1.1.5.2", statuses: { "3.1.1.5.2": { status: "done" } }, gaps: [] }],
  ["what is planned", { of: "3.1.1.5.2", statuses: { "3.1.1.5.2": { status: "planned" } }, gaps: ["pilot", "dueDay"] }],
  [
    "what is planned in part, by somebody",
    {
      of: "3.1.1.5.2",
      statuses: { "3.1.1.5.2": { status: "detailed", detail: [0.5, 0.2, 0.3] } },
      note: { pilot: VOIRIE },
      gaps: ["dueDay"],
    },
  ],
  [
    "what is detailed without anything planned",
    { of: "3.1.1.5.2", statuses: { "3.1.1.5.2": { status: "detailed", detail: [0.5, 0, 0.5] } }, gaps: [] },
  ],
  [
    "what is not concerned",
    { of: "3.1.1.5.2", statuses: { "3.1.1.5.2": { status: "not_concerned" } }, gaps: ["outReason"] },
  ],
  [
    "what is not concerned, with its reason",
    {
      of: "3.1.1.5.2",
      statuses: { "3.1.1.5.2": { status: "not_concerned" } },
      note: { outReason: "Pas de réseau de chaleur" },
      gaps: [],
    },
  ],
  [
    "a task of what is not concerned",
    { of: "3.1.1.5.2", statuses: { "3.1.1.5": { status: "not_concerned" } }, gaps: [] },
  ],
  ["what personalisation took out", { of: "3.1.1.5.2", statuses: {}, out: "3.1.1", gaps: [] }],
];

test.for(CASES)("%s", ([, { of, statuses: given, note, out, gaps }]) => {
  const statuses = new Map(Object.entries(given).map(([number, status]) => [`cae_${number}`, status]));
  const consequences = new Map(out ? [[`cae_${out}`, { deactivated: true }]] : []);
  const scores = scoreTree(tree, { statuses, consequences, redistribute: true });
  const notes = new Map(note ? [[`cae_${of}`, { ...NOTE, ...note }]] : []);
  const index = tree.indexById.get(`cae_${of}`) as number;
  expect(listActionGaps({ tree, scores, statuses, notes }, index)).toEqual(gaps);
});

test.for<[ShownStatus, string, boolean]>([
  ["planned", "2027-06-30", false],
  ["planned", "2027-07-01", true],
  [null, "2027-07-01", true],
  ["detailed", "2027-07-01", true],
  ["not_done", "2027-07-01", true],
  ["done", "2027-07-01", false],
  ["not_concerned", "2027-07-01", false],
  ["closed", "2027-07-01", false],
])("due by 30/06/2027 and %s on %s: late is %s", ([shown, day, expected]) => {
  expect(isLate(DAY, shown, civilDate(day))).toBe(expected);
  expect(isLate(null, shown, civilDate(day))).toBe(false);
});
