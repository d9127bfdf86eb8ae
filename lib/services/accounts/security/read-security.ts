import "server-only";
import { findPasswordHash } from "@/lib/data/passwords";
import { findTwoFactor } from "@/lib/data/two-factors";
import { auth } from "@/lib/services/auth";
import { openFactor } from "./sealed-factor";

export type AccountSecurity = {
  /** False for who signs in elsewhere only. */
  readonly hasPassword: boolean;
  readonly twoFactor: {
    readonly since: Date;
    /** Null when no secret of the installation opens them any more. */
    readonly recoveryCodesLeft: number | null;
  } | null;
};

/** What guards an account. */
export async function readSecurity(userId: string): Promise<AccountSecurity> {
  const [hash, stored] = await Promise.all([findPasswordHash(userId), findTwoFactor(userId)]);
  if (!stored) return { hasPassword: hash !== null, twoFactor: null };
  const factor = await openFactor((await auth.$context).secretConfig, stored).catch(() => null);
  return {
    hasPassword: hash !== null,
    twoFactor: { since: stored.createdAt, recoveryCodesLeft: factor?.recoveryCodes.length ?? null },
  };
}
