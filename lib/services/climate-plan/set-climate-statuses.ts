import "server-only";
import { writeClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { listCascadingStatuses } from "@/lib/domain/scoring/list-cascading-statuses";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readRows } from "@/lib/domain/scoring/read-rows";
import { settlePickedStatus } from "@/lib/domain/scoring/settle-picked-status";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";
import { readClimateReferential } from "./read-climate-referential";

/**
 * Keeps what a collectivity says of some actions, and what that writes beside itself: a task that is answered makes the
 * answer of its sub-action unfilled, unless the batch answers that one too. All or nothing.
 *
 * @param picked - By id; null takes an answer back.
 * @returns Every answer of the collectivity after it.
 * @throws {DomainError} UNKNOWN_NODE, STATUS_ABOVE_SUB_ACTION or INVALID_DETAIL; nothing is written then.
 */
export async function setClimateStatuses(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  picked: ReadonlyMap<string, PickedStatus | null>,
): Promise<ReadonlyMap<string, ActionStatus>> {
  const { referential } = await readClimateReferential(collectivityId);
  const tree = prepareScoringTree(referential.root, referential.measureDepth);
  const batch = new Map([...picked].map(([id, status]) => [id, status && settlePickedStatus(status)] as const));
  // An action that is taken back must be there too: `unfilled` stands in for it while places are checked.
  readRows(tree, new Map([...batch].map(([id, status]) => [id, status ?? { status: "unfilled" }])));
  const answers = new Map([...batch].flatMap(([id, status]) => (status ? [[id, status] as const] : [])));
  return writeClimateStatuses(
    collectivityId,
    actor,
    (existing) => new Map<string, ActionStatus | null>([...listCascadingStatuses(tree, existing, answers), ...batch]),
  );
}
