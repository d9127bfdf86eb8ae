import type { Consequence } from "./consequence";
import type { ScoringTree } from "./scoring-tree";

/**
 * What personalisation does to a measure looked at alone: its own consequences and those of what it contains, with what
 * flows down to it from above folded into its own.
 *
 * A formula on the scores of other measures cannot be followed there, and is left out.
 *
 * @param index - The measure, in the whole tree.
 */
export function measureConsequences(
  { ids, parents, ends }: ScoringTree,
  consequences: ReadonlyMap<string, Consequence>,
  index: number,
): ReadonlyMap<string, Consequence> {
  const inside = new Map<string, Consequence>();
  for (let place = index; place < (ends[index] as number); place += 1) {
    const id = ids[place] as string;
    const { scoreFormula: _, ...found } = consequences.get(id) ?? {};
    if (Object.keys(found).length > 0) inside.set(id, found);
  }
  const own = foldDown({ ids, parents }, consequences, index);
  if (Object.keys(own).length > 0) inside.set(ids[index] as string, own);
  return inside;
}

function foldDown(
  { ids, parents }: Pick<ScoringTree, "ids" | "parents">,
  consequences: ReadonlyMap<string, Consequence>,
  index: number,
): Consequence {
  let folded: Consequence = {};
  for (let place = index; place >= 0; place = parents[place] as number) {
    const { deactivated, potentialFactor } = consequences.get(ids[place] as string) ?? {};
    if (deactivated) folded = { ...folded, deactivated };
    if (potentialFactor !== undefined) {
      folded = { ...folded, potentialFactor: potentialFactor * (folded.potentialFactor ?? 1) };
    }
  }
  return folded;
}
