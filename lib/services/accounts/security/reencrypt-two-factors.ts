import "server-only";
import { reencryptTwoFactor, type StoredTwoFactor } from "@/lib/data/two-factors";
import { openFactor, type SealingKey, sealFactor } from "./sealed-factor";

/**
 * Encrypts second factors anew with the current secret, so that the former ones can be forgotten.
 *
 * @returns How many no secret opens: their owners need a reset.
 */
export async function reencryptTwoFactors(
  key: SealingKey,
  factors: readonly StoredTwoFactor[],
): Promise<{ readonly unreadable: number }> {
  let unreadable = 0;
  for (const stored of factors) {
    const factor = await openFactor(key, stored).catch(() => null);
    if (factor) await reencryptTwoFactor(stored, await sealFactor(key, factor));
    else unreadable += 1;
  }
  return { unreadable };
}
