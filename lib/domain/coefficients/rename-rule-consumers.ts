import type { ConsumerShares, KeyRule } from "./key-rule";

/**
 * The same rule with its consumers under other names: PRM instead of ids, for who knows no ids.
 *
 * @param rename - The other name of each; a consumer without one is left out of the rule.
 */
export function renameRuleConsumers<R extends KeyRule>(rule: R, rename: (id: string) => string | undefined): R {
  const shares = (given: ConsumerShares): ConsumerShares =>
    Object.fromEntries(
      Object.entries(given).flatMap(([id, ppm]) => {
        const name = rename(id);
        return name === undefined ? [] : [[name, ppm]];
      }),
    );
  if (rule.kind === "tiers") {
    const tiers = rule.tiers.map(({ consumerIds, sharing }) => ({
      consumerIds: consumerIds.flatMap((id) => rename(id) ?? []),
      sharing: sharing.kind === "fixed" ? { ...sharing, shares: shares(sharing.shares) } : sharing,
    }));
    return { ...rule, tiers };
  }
  if (rule.kind === "calendar") {
    const entries = rule.entries.map((entry) => ({ ...entry, shares: shares(entry.shares) }));
    return { ...rule, entries, defaultShares: shares(rule.defaultShares) };
  }
  return rule;
}
