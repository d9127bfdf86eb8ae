import fc from "fast-check";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import type { ScoreNode, ScoringTree } from "@/lib/domain/scoring/scoring-tree";

export type AnyScoring = {
  readonly tree: ScoringTree;
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  readonly consequences: ReadonlyMap<string, Consequence>;
};

/** Axes, measures, sub-actions, tasks. */
const MEASURE_DEPTH = 2;
const SIZES = [2, 2, 4, 4] as const;

type Shape = { readonly points: number; readonly children: readonly Shape[] };

function anyShape(depth: number): fc.Arbitrary<Shape> {
  const size = SIZES[depth];
  if (size === undefined) return anyPoints.map((points) => ({ points, children: [] }));
  // Sub-actions without tasks exist.
  const minLength = depth > MEASURE_DEPTH ? 0 : 1;
  return fc.record({ points: anyPoints, children: fc.array(anyShape(depth + 1), { minLength, maxLength: size }) });
}

// Tasks without points are asked by law: they count as tasks, not as points.
const anyPoints = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) },
);

/** Points of leaves stand, those above are their sums: the referential adds up. */
function build({ points, children }: Shape, id: string): ScoreNode {
  const built = children.map((child, index) => build(child, id === "" ? `${index + 1}` : `${id}.${index + 1}`));
  const sum = built.reduce((total, child) => total + child.points, 0);
  return { id: id === "" ? "root" : id, points: built.length > 0 ? sum : points, children: built };
}

export const anyDetail = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]) => [Math.min(a, b) / 100, Math.abs(a - b) / 100, (100 - Math.max(a, b)) / 100] as const);

const anyStatus: fc.Arbitrary<ActionStatus> = fc.oneof(
  fc.constantFrom<ActionStatus>(
    { status: "done" },
    { status: "planned" },
    { status: "not_done" },
    { status: "unfilled" },
    { status: "not_concerned" },
  ),
  anyDetail.map((detail) => ({ status: "detailed", detail }) as const),
);

const anyConsequence: fc.Arbitrary<Consequence> = fc.oneof(
  fc.constant({ deactivated: true }),
  fc.constantFrom(0, 0.2, 0.5, 1.25, 2).map((potentialFactor) => ({ potentialFactor })),
);

/** A referential of three levels of groups and one of tasks, with answers on some sub-actions and tasks. */
export const anyScoring: fc.Arbitrary<AnyScoring> = anyShape(0)
  .map((shape) => prepareScoringTree(build(shape, ""), MEASURE_DEPTH))
  .chain((tree) => {
    const answerable = tree.ids.filter((_, index) => (tree.depths[index] as number) > MEASURE_DEPTH);
    const some = <T>(ids: readonly string[], value: fc.Arbitrary<T>, maxLength: number) =>
      ids.length === 0
        ? fc.constant(new Map<string, T>())
        : fc.array(fc.tuple(fc.constantFrom(...ids), value), { maxLength }).map((pairs) => new Map(pairs));
    return fc.record({
      tree: fc.constant(tree),
      statuses: some(answerable, anyStatus, 30),
      consequences: some(tree.ids, anyConsequence, 3),
    });
  });
