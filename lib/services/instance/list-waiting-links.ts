import "server-only";
import type { AuthorizedInstanceId } from "@/lib/data/scope";
import { listWaitingLinksOfInstance } from "@/lib/data/waiting-account-links";
import type { WaitingLink } from "@/lib/services/accounts/read-access-board";

/**
 * What the administrator of the installation can hand over to those whom nobody else can help: without a mail server, who
 * administers a collectivity alone, or has rights in several, gets a new password here.
 */
export async function listWaitingLinks(instance: AuthorizedInstanceId, now: Date): Promise<readonly WaitingLink[]> {
  const links = await listWaitingLinksOfInstance(instance, now);
  return links.map((link) => ({ ...link, mayManage: true }));
}
