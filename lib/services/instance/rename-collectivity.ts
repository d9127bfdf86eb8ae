import "server-only";
import { renameCollectivity as writeName } from "@/lib/data/instance-collectivities";
import type { Actor, AuthorizedInstanceId } from "@/lib/data/scope";

/** Gives a collectivity another name. False when it is unknown or has that name already. */
export async function renameCollectivity(
  instance: AuthorizedInstanceId,
  actor: Actor,
  collectivityId: string,
  name: string,
): Promise<boolean> {
  return writeName(instance, collectivityId, name, actor);
}
