import "server-only";
import { eraseAccount, listExpiredAccounts, noteRightlessAccounts } from "@/lib/data/account-retention";
import type { Actor } from "@/lib/data/scope";
import { log } from "@/lib/log";

const PAGE_ACCOUNTS = 100;

/**
 * Erases the accounts that have been deactivated, or without any right, for a year. Each is a transaction of its own:
 * stopped at any moment, the next run goes on with those that are left; one that fails does not stop the others.
 *
 * @returns How many were erased, and how many could not be.
 */
export async function eraseExpiredAccounts(
  actor: Actor,
  now: Date,
): Promise<{ readonly erased: number; readonly failed: number }> {
  await noteRightlessAccounts(now);
  const counts = { erased: 0, failed: 0 };
  for (;;) {
    // What failed is still listed: it fills a page at most, and the next night tries again.
    const page = await listExpiredAccounts(now, PAGE_ACCOUNTS);
    const before = counts.erased;
    for (const userId of page) {
      const outcome = await eraseOne(userId, now, actor);
      if (outcome !== "kept") counts[outcome] += 1;
    }
    if (page.length < PAGE_ACCOUNTS || counts.erased === before) return counts;
  }
}

async function eraseOne(userId: string, now: Date, actor: Actor): Promise<"erased" | "kept" | "failed"> {
  try {
    return (await eraseAccount(userId, now, actor)) ? "erased" : "kept";
  } catch (error) {
    log.error({ err: error, userId }, "an account could not be erased");
    return "failed";
  }
}
