import { compareNodeIds } from "@/lib/domain/scoring/compare-node-ids";
import type { Referential, ReferentialNode } from "@/lib/domain/scoring/referential";
import { shareFirstGeneration } from "@/lib/domain/scoring/share-first-generation";
import { workOutPoints } from "@/lib/domain/scoring/work-out-points";
import type { Worth, WorthProblem } from "@/lib/domain/scoring/worth";
import type { PlacedNode, ReferentialOptions } from "./read-referential";
import * as messages from "./referential-messages";

/** A number, what was written of it if anything was, and what it contains. */
type Nested = { readonly number: string; readonly written: PlacedNode | null; readonly children: Nested[] };

/**
 * Nests what was read by its numbers, and works out what each node is worth; a worth that does not add up is told at the
 * title of the node.
 */
export function buildReferential(
  nodes: readonly PlacedNode[],
  generation: 1 | 2 | null,
  options: ReferentialOptions,
): Referential {
  const byNumber = nest(nodes);
  const root = byNumber.get("") as Nested;
  const worth = worthOf(root, options);
  const { points, problems } = workOutPoints(
    generation === 1 ? shareFirstGeneration(worth, options.measureDepth) : worth,
  );
  tellMeasuresWithout(byNumber, worth, options.measureDepth);
  for (const problem of problems) tellWorth(byNumber, problem);
  return { id: options.id, measureDepth: options.measureDepth, root: finishNode(root, points, options.id) };
}

function nest(nodes: readonly PlacedNode[]): Map<string, Nested> {
  const byNumber = new Map<string, Nested>([["", { number: "", written: null, children: [] }]]);
  for (const written of nodes) {
    const known = byNumber.get(written.number);
    if (known) byNumber.set(written.number, Object.assign(known, { written }));
    else place(byNumber, { number: written.number, written, children: [] });
  }
  for (const { children } of byNumber.values()) children.sort((a, b) => compareNodeIds(a.number, b.number));
  return byNumber;
}

function place(byNumber: Map<string, Nested>, node: Nested): void {
  byNumber.set(node.number, node);
  const parentNumber = node.number.split(".").slice(0, -1).join(".");
  if (!byNumber.has(parentNumber)) place(byNumber, { number: parentNumber, written: null, children: [] });
  byNumber.get(parentNumber)?.children.push(node);
}

function worthOf({ number, written, children }: Nested, options: ReferentialOptions): Worth {
  const isMeasure = depthOf(number) === options.measureDepth && number !== "";
  const known = isMeasure ? (options.knownPoints?.get(number) ?? null) : null;
  return {
    id: number,
    points: written?.points ?? known,
    percent: written?.percent ?? null,
    children: children.map((child) => worthOf(child, options)),
  };
}

const depthOf = (number: string) => (number === "" ? 0 : number.split(".").length);

/** Measures are where points come from: one without any, while nothing above gives it a share, would be worth nothing. */
function tellMeasuresWithout(byNumber: ReadonlyMap<string, Nested>, worth: Worth, measureDepth: number): void {
  if (worth.points !== null || worth.percent !== null) return;
  if (depthOf(worth.id) < measureDepth) {
    for (const child of worth.children) tellMeasuresWithout(byNumber, child, measureDepth);
    return;
  }
  const written = byNumber.get(worth.id)?.written;
  const hasPointsBelow = worth.children.some(({ points }) => points !== null) && written?.generation !== 1;
  if (!written || hasPointsBelow) return;
  written.log.error("NO_POINTS", { line: written.line }, () => messages.noPoints(written.line, worth.id));
}

function tellWorth(byNumber: ReadonlyMap<string, Nested>, problem: WorthProblem): void {
  const written = findWritten(byNumber, problem.id);
  if (!written || problem.kind === "no_points") return; // told at the measures
  const { line, log } = written;
  if (problem.kind === "percent_sum_not_100") {
    log.error("PERCENT_SUM", { line }, () => messages.percentSum(line, problem.id, problem.sumPercent));
  } else {
    log.error("POINTS_SUM", { line }, () => messages.pointsSum(line, problem.id, problem.points, problem.sumPoints));
  }
}

/** Where to tell of a node: at its own title, or, when it is implied, at the first one below it. */
function findWritten(byNumber: ReadonlyMap<string, Nested>, number: string): PlacedNode | null {
  const node = byNumber.get(number);
  const [first] = node?.children ?? [];
  return node?.written ?? (first ? findWritten(byNumber, first.number) : null);
}

function finishNode(
  { number, written, children }: Nested,
  points: ReadonlyMap<string, number>,
  referentialId: string,
): ReferentialNode {
  return {
    id: number === "" ? referentialId : `${referentialId}_${number}`,
    number,
    title: written?.title ?? null,
    points: points.get(number) ?? 0,
    category: written?.category ?? null,
    theme: written?.theme ?? null,
    sections: written?.sections ?? [],
    children: children.map((child) => finishNode(child, points, referentialId)),
  };
}
