import "server-only";
import { listMembers } from "@/lib/data/members";
import type { Actor, AuthorizedCollectivityId } from "@/lib/data/scope";
import { DEMONSTRATION_TASKS_OF_OFFICER } from "@/lib/domain/demonstration/demonstration-plan";
import { setClimateNotes } from "./set-climate-notes";

/** Makes a member of the demonstration, once there is one, the pilot of some of its actions. */
export async function nameDemonstrationPilot(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  name: string,
): Promise<void> {
  const member = (await listMembers(collectivityId)).find((each) => each.name === name);
  if (!member) return;
  const pilot = { kind: "member", userId: member.userId } as const;
  await setClimateNotes(collectivityId, actor, new Map(DEMONSTRATION_TASKS_OF_OFFICER.map((id) => [id, { pilot }])));
}
