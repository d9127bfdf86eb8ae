import "server-only";
import { listClimateSections } from "@/lib/data/climate-referentials";
import { listMembers, type Member } from "@/lib/data/members";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { measureConsequences } from "@/lib/domain/scoring/measure-consequences";
import type { ReferentialNode, ReferentialSection } from "@/lib/domain/scoring/referential";
import { type ClimatePlan, readClimatePlan } from "./read-climate-plan";
import { CAE } from "./read-climate-referential";

export type ClimateMeasure = Pick<ClimatePlan, "explained" | "questions" | "tree" | "scores"> & {
  readonly measure: ReferentialNode;
  /** Of the measure, in the tree of the plan. */
  readonly index: number;
  readonly statuses: ReadonlyMap<string, ActionStatus>;
  readonly notes: ReadonlyMap<string, ActionNote>;
  /** Who may see to its actions. */
  readonly members: readonly Member[];
  /** What personalisation does to the measure looked at alone. */
  readonly consequences: ReadonlyMap<string, Consequence>;
  /** Its texts and those of what it contains, by number. */
  readonly sections: ReadonlyMap<string, readonly ReferentialSection[]>;
};

/** One measure of a plan with its texts; null for no measure of this number. */
export async function readClimateMeasure(
  collectivityId: AuthorizedClimatePlanId,
  number: string,
): Promise<ClimateMeasure | null> {
  const [plan, members] = await Promise.all([readClimatePlan(collectivityId), listMembers(collectivityId)]);
  const { tree, scores, explained, questions, statuses, notes } = plan;
  const index = tree.indexById.get(`${CAE}_${number}`);
  if (index === undefined || tree.depths[index] !== tree.measureDepth) return null;
  const measure = find(plan.referential.root, number);
  if (!measure) return null;
  const ids = new Set(tree.ids.slice(index, tree.ends[index]));
  return {
    explained,
    questions,
    tree,
    scores,
    measure,
    index,
    members,
    statuses: new Map([...statuses].filter(([id]) => ids.has(id))),
    notes: new Map([...notes].filter(([id]) => ids.has(id))),
    consequences: measureConsequences(tree, plan.consequences, index),
    sections: await readSections(collectivityId, plan.importedAtMs, measure),
  };
}

async function readSections(
  collectivityId: AuthorizedClimatePlanId,
  importedAtMs: number | null,
  measure: ReferentialNode,
): Promise<ReadonlyMap<string, readonly ReferentialSection[]>> {
  if (importedAtMs !== null) return listClimateSections(collectivityId, CAE, measure.number);
  return new Map(list(measure).map(({ number, sections }) => [number, sections]));
}

function find(node: ReferentialNode, number: string): ReferentialNode | null {
  if (node.number === number) return node;
  for (const child of node.children) {
    const found = find(child, number);
    if (found) return found;
  }
  return null;
}

function list(node: ReferentialNode): readonly ReferentialNode[] {
  return [node, ...node.children.flatMap(list)];
}
