import "server-only";
import { updateAccountName } from "@/lib/data/account-names";
import type { Actor } from "@/lib/data/scope";

/** Changes one's own name, as others see it. */
export function renameAccount(userId: string, name: string, actor: Actor): Promise<void> {
  return updateAccountName(userId, name, actor);
}
