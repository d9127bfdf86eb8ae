import type { Worth, WorthProblem } from "./worth";

/** Percents are written with few decimals, points are sums of them: less than this is no mistake of an author. */
const TOLERANCE = 1e-6;
const WHOLE_PERCENT = 100;

/**
 * The points of every node of a referential, from the points and percents it writes.
 *
 * Points that are written stand; a node without any is the sum of its children's, else its percent of its parent. Beside
 * a sibling with points, one without has none. Where no sibling has a percent above 0, those without one share equally.
 * No rounding: shares of a share keep their full precision.
 *
 * @returns Points by id, and what does not work out; a node that nothing gives points to has none (0).
 */
export function workOutPoints(root: Worth): {
  readonly points: ReadonlyMap<string, number>;
  readonly problems: readonly WorthProblem[];
} {
  const known = new Map<Worth, number>();
  findKnown(root, known);
  const points = new Map<string, number>();
  const problems: WorthProblem[] = [];
  const rootPoints = known.get(root);
  if (rootPoints === undefined) problems.push({ id: root.id, kind: "no_points" });
  spread(root, rootPoints ?? 0, { known, points, problems });
  return { points, problems };
}

type Work = {
  readonly known: ReadonlyMap<Worth, number>;
  readonly points: Map<string, number>;
  readonly problems: WorthProblem[];
};

/** Points that are written, and sums of them upwards as long as no percent stands in between. */
function findKnown(node: Worth, known: Map<Worth, number>): number | undefined {
  const below = node.children.map((child) => findKnown(child, known));
  const sum = below.some((points) => points !== undefined) ? total(below.map((points) => points ?? 0)) : undefined;
  const own = node.points ?? (node.percent === null ? sum : undefined);
  if (own !== undefined) known.set(node, own);
  return own;
}

function spread(node: Worth, own: number, work: Work): void {
  work.points.set(node.id, own);
  const { children } = node;
  if (children.length === 0) return;
  const shares = children.some((child) => work.known.has(child))
    ? children.map((child) => work.known.get(child) ?? 0)
    : splitByPercent(node, own, work.problems);
  const sumPoints = total(shares);
  if (Math.abs(sumPoints - own) > TOLERANCE && children.some((child) => work.known.has(child))) {
    work.problems.push({ id: node.id, kind: "points_sum_mismatch", points: own, sumPoints });
  }
  for (const [index, child] of children.entries()) spread(child, shares[index] as number, work);
}

function splitByPercent({ id, children }: Worth, own: number, problems: WorthProblem[]): number[] {
  const written = children.map(({ percent }) => percent);
  if (written.every((percent) => !percent)) {
    const takers = written.filter((percent) => percent === null).length;
    return written.map((percent) => (percent === null ? own / takers : 0));
  }
  const sumPercent = total(written.map((percent) => percent ?? 0));
  if (Math.abs(sumPercent - WHOLE_PERCENT) > TOLERANCE) {
    problems.push({ id, kind: "percent_sum_not_100", sumPercent });
  }
  return written.map((percent) => ((percent ?? 0) * own) / WHOLE_PERCENT);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
