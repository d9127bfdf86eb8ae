import type { ActionStatus } from "./action-status";
import type { ClimateSnapshotContent, FrozenAction } from "./climate-snapshot";
import { compareNodeIds } from "./compare-node-ids";
import type { NodeScore } from "./node-score";
import type { AnswerValue } from "./rules/rule-expression";

/** A plan to compare: one that was kept, or today's. */
export type ComparablePlan = Pick<ClimateSnapshotContent, "statuses" | "scores" | "notes" | "evidence" | "profile"> &
  Required<Pick<ClimateSnapshotContent, "actions">>;

/** An action in two plans. */
export type ActionDifference = FrozenAction & {
  /** Null where the referential of that plan did not have the action. */
  readonly before: NodeScore | null;
  readonly after: NodeScore | null;
  /** After minus before, to a thousandth; what is not there has 0. [points] */
  readonly potentialPoints: number;
  readonly donePoints: number;
  readonly plannedPoints: number;
  /** Null: nothing said. */
  readonly statusBefore: ActionStatus | null;
  readonly statusAfter: ActionStatus | null;
  readonly hasNewNote: boolean;
  /** Documents and links in one plan only. */
  readonly evidenceAdded: number;
  readonly evidenceRemoved: number;
  /** Whether anything of the above differs. */
  readonly isChanged: boolean;
};

/** What a collectivity said of itself in two plans; null: nothing. */
export type ProfileDifference = {
  readonly field: "kind" | "population" | "isOverseas" | { readonly question: string };
  readonly before: AnswerValue | null;
  readonly after: AnswerValue | null;
};

export type ClimateComparison = {
  /** Every action of either plan, in the order of the numbers. */
  readonly actions: readonly ActionDifference[];
  /** Only what differs; nothing where one of the plans was kept before this was. */
  readonly profile: readonly ProfileDifference[];
};

/**
 * Sets two plans side by side, action by action.
 *
 * Each score is the one its plan had, so that the differences of measures add up to those of their axis as their scores
 * do, to the thousandths they are rounded to.
 */
export function compareClimatePlans(before: ComparablePlan, after: ComparablePlan): ClimateComparison {
  // The words are those of the later plan.
  const actions = new Map([...before.actions, ...after.actions].map((action) => [action.id, action]));
  const ordered = [...actions.values()].sort((a, b) => compareNodeIds(a.number, b.number));
  const proofs = [countProofs(before), countProofs(after)] as const;
  return {
    actions: ordered.map((action) => compareAction(action, before, after, proofs)),
    profile: compareProfiles(before.profile, after.profile),
  };
}

type Proofs = ReadonlyMap<string, ReadonlySet<string>>;

function compareAction(
  action: FrozenAction,
  before: ComparablePlan,
  after: ComparablePlan,
  [proofsBefore, proofsAfter]: readonly [Proofs, Proofs],
): ActionDifference {
  const { id } = action;
  const scores = { before: before.scores[id] ?? null, after: after.scores[id] ?? null };
  const points = (name: "potentialPoints" | "donePoints" | "plannedPoints") =>
    difference(scores.before?.[name], scores.after?.[name]);
  const found = {
    potentialPoints: points("potentialPoints"),
    donePoints: points("donePoints"),
    plannedPoints: points("plannedPoints"),
    evidenceAdded: countMissing(proofsAfter.get(id), proofsBefore.get(id)),
    evidenceRemoved: countMissing(proofsBefore.get(id), proofsAfter.get(id)),
  };
  const statusBefore = before.statuses[id] ?? null;
  const statusAfter = after.statuses[id] ?? null;
  const hasNewNote = !isSame(before.notes?.[id], after.notes?.[id]);
  const isChanged =
    hasNewNote ||
    Object.values(found).some((value) => value !== 0) ||
    !isSame(statusBefore, statusAfter) ||
    (scores.before === null) !== (scores.after === null);
  return { ...action, ...scores, ...found, statusBefore, statusAfter, hasNewNote, isChanged };
}

const MILLI = 1_000;

/** Both are thousandths: only the dust of binary fractions is rounded away. */
function difference(before = 0, after = 0): number {
  return Math.round((after - before) * MILLI) / MILLI || 0; // never −0
}

function countProofs({ evidence }: ComparablePlan): Proofs {
  const byAction = new Map<string, Set<string>>();
  for (const { id, nodeId } of evidence?.joined ?? []) {
    const known = byAction.get(nodeId) ?? new Set();
    byAction.set(nodeId, known.add(id));
  }
  return byAction;
}

function countMissing(present: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  return [...present].filter((id) => !other.has(id)).length;
}

function compareProfiles(
  before: ComparablePlan["profile"],
  after: ComparablePlan["profile"],
): readonly ProfileDifference[] {
  if (!before || !after) return [];
  const fields = (["kind", "population", "isOverseas"] as const).map(
    (field): ProfileDifference => ({ field, before: before[field], after: after[field] }),
  );
  const questions = [...new Set([before, after].flatMap(({ answers }) => Object.keys(answers)))].sort();
  const answers = questions.map(
    (question): ProfileDifference => ({
      field: { question },
      before: before.answers[question] ?? null,
      after: after.answers[question] ?? null,
    }),
  );
  return [...fields, ...answers].filter((each) => each.before !== each.after);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** A database gives the keys of an object back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
