import "server-only";
import { type AccountRight, listRightsOfAccounts } from "@/lib/data/account-rights";
import { type InstanceAccount, listInstanceAccounts } from "@/lib/data/instance-accounts";
import type { AuthorizedInstanceId } from "@/lib/data/scope";

const PAGE_ACCOUNTS = 50;

export type ListedAccount = InstanceAccount & { readonly rights: readonly AccountRight[] };

/**
 * A page of the accounts of the installation, by address, each with what it may open by collectivity.
 *
 * @returns `next`: the address after which the next page begins; null on the last one.
 */
export async function listAccounts(
  instance: AuthorizedInstanceId,
  { text, after }: { readonly text: string | null; readonly after: string | null },
): Promise<{ readonly accounts: readonly ListedAccount[]; readonly next: string | null }> {
  const found = await listInstanceAccounts(instance, { text, after, limit: PAGE_ACCOUNTS + 1 });
  const shown = found.slice(0, PAGE_ACCOUNTS);
  const rights = await listRightsOfAccounts(shown.map(({ id }) => id));
  return {
    accounts: shown.map((account) => ({ ...account, rights: rights.filter(({ userId }) => userId === account.id) })),
    next: found.length > PAGE_ACCOUNTS ? (shown.at(-1)?.email ?? null) : null,
  };
}
