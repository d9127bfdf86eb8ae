import type { ActionPilot } from "@/lib/domain/scoring/action-note";

/** Who sees to an action, by name; a member who has left has none any more. */
export function describePilot(
  pilot: ActionPilot,
  members: readonly { readonly userId: string; readonly name: string }[],
): string {
  if (pilot.kind === "service") return pilot.name;
  return members.find(({ userId }) => userId === pilot.userId)?.name ?? "Ancien membre";
}
