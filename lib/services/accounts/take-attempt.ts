import "server-only";
import { type CounterKey, giveBackCounters, takeCounters } from "@/lib/data/attempt-counters";
import { addressNetwork } from "@/lib/domain/access/address-network";
import { attemptLimits } from "@/lib/domain/access/attempt-limits";
import type { AttemptKind } from "@/lib/domain/access/attempt-rule";
import { DomainError } from "@/lib/domain/errors";
import { keyedHash } from "./keyed-hash";
import { findKnownBrowser } from "./known-browser";
import { normalizeAccount } from "./normalize-account";

export type Attempt = {
  /** Takes the try back: it succeeded, so it was no guess. */
  readonly giveBack: () => Promise<void>;
};

/**
 * Counts a try of something that can be guessed, before it is looked at.
 *
 * A browser that has signed in to the account before has a count of its own. All others share one for the account, and
 * each network has one: when either is used up they wait, and the owner in his own browser does not. A known browser
 * that used up its own count is a stranger like any other.
 *
 * Accounts that do not exist are counted alike.
 *
 * @param account - E-mail address as it was typed, where there is one.
 * @throws {DomainError} TOO_MANY_ATTEMPTS with `waitSeconds`.
 */
export async function takeAttempt(
  kind: AttemptKind,
  { account, headers }: { readonly account?: string | undefined; readonly headers: Headers },
): Promise<Attempt> {
  const limits = attemptLimits(kind);
  const browser = account === undefined ? null : findKnownBrowser(headers, account);
  if (browser !== null) {
    const own: CounterKey = { key: keyedHash("attempt", kind, "device", browser), rule: limits.device };
    if ((await takeCounters([own])) === 0) return taken([own]);
  }
  const network = addressNetwork(headers.get("x-forwarded-for") ?? "");
  const counters: CounterKey[] = [{ key: keyedHash("attempt", kind, "address", network), rule: limits.address }];
  if (account !== undefined) {
    counters.push({ key: keyedHash("attempt", kind, "account", normalizeAccount(account)), rule: limits.account });
  }
  const waitMs = await takeCounters(counters);
  if (waitMs > 0) {
    throw new DomainError("TOO_MANY_ATTEMPTS", `too many tries of ${kind}`, {
      details: { waitSeconds: Math.ceil(waitMs / 1000) },
    });
  }
  return taken(counters);
}

const taken = (counters: readonly CounterKey[]): Attempt => ({
  giveBack: () => giveBackCounters(counters.map(({ key }) => key)),
});
