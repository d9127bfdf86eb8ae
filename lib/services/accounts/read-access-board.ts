import "server-only";
import { listAdministeredCollectivities, listRightsOfAccounts } from "@/lib/data/account-rights";
import { type CollectivityMember, listCollectivityMembers } from "@/lib/data/collectivity-members";
import type { AuthorizedCollectivityId } from "@/lib/data/scope";
import { listWaitingAccountLinks, type WaitingAccountLink } from "@/lib/data/waiting-account-links";

/** Members shown at once. */
const PAGE_SIZE = 100;

export type WaitingLink = WaitingAccountLink & {
  /** Whether who looks may hand it over, send it again and revoke it. */
  readonly mayManage: boolean;
};

export type ManagedMember = CollectivityMember & {
  /** Whether who looks may help his account, close it and open it again. */
  readonly mayManage: boolean;
};

export type AccessBoard = {
  readonly members: readonly ManagedMember[];
  /** The last member of this page; null when there are no more. */
  readonly next: string | null;
  readonly waiting: readonly WaitingLink[];
};

/** Who belongs to a collectivity, and what waits there, for one of its administrators. Five queries, however many there are. */
export async function readAccessBoard(
  collectivityId: AuthorizedCollectivityId,
  managerId: string,
  { after, now }: { readonly after: string | null; readonly now: Date },
): Promise<AccessBoard> {
  const [found, links, administered] = await Promise.all([
    listCollectivityMembers(collectivityId, { after, limit: PAGE_SIZE + 1 }),
    listWaitingAccountLinks(collectivityId, now),
    listAdministeredCollectivities(managerId),
  ]);
  const members = found.slice(0, PAGE_SIZE);
  const userIds = [...members.map(({ userId }) => userId), ...links.flatMap(({ userId }) => userId ?? [])];
  const rights = await listRightsOfAccounts(userIds);
  // As services/access/may-manage-account says of one account.
  const isManaged = (userId: string) =>
    userId !== managerId &&
    rights.every((right) => right.userId !== userId || administered.includes(right.collectivityId));
  return {
    members: members.map((member) => ({ ...member, mayManage: isManaged(member.userId) })),
    next: found.length > PAGE_SIZE ? (members.at(-1)?.userId ?? null) : null,
    waiting: links.map((link) => ({ ...link, mayManage: link.userId === null || isManaged(link.userId) })),
  };
}
