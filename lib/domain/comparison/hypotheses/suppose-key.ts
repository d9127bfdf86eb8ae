import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import type { SettlementInput } from "@/lib/domain/settlement/settlement";
import type { Period } from "@/lib/domain/time/period";
import type { Hypothesis } from "./hypothesis";

/** Names the default key where it is supposed and no version chose it. */
const DEFAULT_KEY_ID = "default";

/**
 * Supposes that another version of the key, or the default key, held.
 *
 * @param key - Null: the default key, pro rata of withdrawal.
 * @param days - Within the period; null: all of it.
 * @see Convention Enedis-FOR-CF_01E, art. 4.1 to 4.3.
 */
export function supposeKey(
  key: Pick<CoefficientKey, "id" | "kind" | "ppmByConsumer"> | null,
  days: Period | null,
): Hypothesis {
  return {
    claim: key ? { kind: "other_key", keyId: key.id, days } : { kind: "default_key", days },
    changeInput: (input) => ({ ...input, keys: overlay(input, key, days ?? input.period) }),
    changeResults: null,
  };
}

function overlay(
  { keys }: SettlementInput,
  key: Pick<CoefficientKey, "id" | "kind" | "ppmByConsumer"> | null,
  { from, toExclusive }: Period,
): readonly CoefficientKey[] {
  const supposed = key ?? { id: DEFAULT_KEY_ID, kind: "default" as const, ppmByConsumer: new Map<string, number>() };
  const others = keys.flatMap((each) => {
    const isBefore = each.from < from;
    const isAfter = each.toExclusive === null || each.toExclusive > toExclusive;
    const before = {
      ...each,
      toExclusive: each.toExclusive !== null && each.toExclusive < from ? each.toExclusive : from,
    };
    const after = { ...each, from: each.from > toExclusive ? each.from : toExclusive };
    return [...(isBefore ? [before] : []), ...(isAfter ? [after] : [])];
  });
  return [...others, { ...supposed, from, toExclusive }];
}
