import "server-only";
import { writeClimateNotes } from "@/lib/data/climate-notes";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionNoteChange } from "@/lib/domain/scoring/action-note";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readRows } from "@/lib/domain/scoring/read-rows";
import { readClimateReferential } from "./read-climate-referential";

/**
 * Keeps what a collectivity says of some actions beside their status. All or nothing.
 *
 * @param changes - By id; a field that is absent stays as it is, null takes it back.
 * @throws {DomainError} UNKNOWN_NODE, STATUS_ABOVE_SUB_ACTION or UNKNOWN_PILOT; nothing is written then.
 */
export async function setClimateNotes(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  changes: ReadonlyMap<string, ActionNoteChange>,
): Promise<void> {
  const { referential } = await readClimateReferential(collectivityId);
  const tree = prepareScoringTree(referential.root, referential.measureDepth);
  // A note stands where a status may: `unfilled` stands in for it while places are checked.
  readRows(tree, new Map([...changes.keys()].map((id) => [id, { status: "unfilled" }] as const)));
  await writeClimateNotes(collectivityId, actor, changes);
}
