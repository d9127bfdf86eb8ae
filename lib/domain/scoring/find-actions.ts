import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ActionFilters } from "./action-filters";
import type { ActionRow } from "./list-action-rows";
import { matchesFilters } from "./matches-filters";
import { matchesSearch } from "./matches-search";
import type { ReferentialNode } from "./referential";
import type { ScoringTree } from "./scoring-tree";

/** Actions that were looked for. */
export type FoundActions = {
  /** Those found, by id: the first ones when there are more than was asked for. */
  readonly rows: ReadonlyMap<string, ActionRow>;
  /** Ids of what is found and of all above it. */
  readonly branches: ReadonlySet<string>;
  /** How many are found in all, measures and groups of them included. */
  readonly count: number;
};

/**
 * Finds actions in a plan. A search alone finds measures, and what groups them, too.
 *
 * @param actions - Of the plan, as `listActionRows` gives them.
 * @param day - The day it is.
 * @param limit - How many actions at most.
 */
export function findActions(
  { root, tree, actions }: { root: ReferentialNode; tree: ScoringTree; actions: readonly ActionRow[] },
  filters: ActionFilters,
  day: CivilDate,
  limit: number,
): FoundActions {
  const all = actions.filter((row) => matchesFilters(row, filters, day));
  const rows = all.slice(0, limit);
  const above = isSearchAlone(filters) ? listAbove(root, tree) : [];
  const named = above.filter((node) => matchesSearch(node, filters.search));
  const branches = new Set<string>();
  for (const { id } of [...rows, ...named]) addBranch(branches, tree, id);
  return { rows: new Map(rows.map((row) => [row.id, row])), branches, count: all.length + named.length };
}

function isSearchAlone({ search, onlyGaps, category, status, pilot, due }: ActionFilters): boolean {
  return search !== "" && !onlyGaps && [category, status, pilot, due].every((filter) => filter === null);
}

/** Measures and what groups them; the root is the plan itself. */
function listAbove(root: ReferentialNode, { indexById, depths, measureDepth }: ScoringTree): ReferentialNode[] {
  const isAbove = ({ id }: ReferentialNode) => (depths[indexById.get(id) as number] as number) <= measureDepth;
  const below = (node: ReferentialNode): ReferentialNode[] =>
    node.children.filter(isAbove).flatMap((child) => [child, ...below(child)]);
  return below(root);
}

function addBranch(branches: Set<string>, { indexById, parents, ids }: ScoringTree, id: string): void {
  for (let index = indexById.get(id) as number; index >= 0; index = parents[index] as number) {
    branches.add(ids[index] as string);
  }
}
