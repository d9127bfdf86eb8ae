import "server-only";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readRows } from "@/lib/domain/scoring/read-rows";
import { readClimateReferential } from "./read-climate-referential";

/**
 * Proves that actions are in the referential of a collectivity, where a status may stand.
 *
 * @throws {DomainError} UNKNOWN_NODE or STATUS_ABOVE_SUB_ACTION.
 */
export async function requireAnswerableActions(
  collectivityId: AuthorizedClimatePlanId,
  nodeIds: readonly string[],
): Promise<void> {
  const { referential } = await readClimateReferential(collectivityId);
  const tree = prepareScoringTree(referential.root, referential.measureDepth);
  // `unfilled` stands in for a status while places are checked.
  readRows(tree, new Map(nodeIds.map((id) => [id, { status: "unfilled" }] as const)));
}
