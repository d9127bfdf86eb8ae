import "server-only";
import type { Actor } from "@/lib/data/scope";
import { replaceRecoveryCodes } from "@/lib/data/two-factors";
import { DomainError } from "@/lib/domain/errors";
import { auth } from "@/lib/services/auth";
import { checkOwnCode } from "./check-own-secret";
import { drawRecoveryCodes } from "./recovery-codes";
import { sealCodes } from "./sealed-factor";

/**
 * Draws new recovery codes: those left open nothing any more.
 *
 * @returns The new ones in clear, for the only time.
 * @throws {DomainError} As {@link checkOwnCode}.
 */
export async function renewRecoveryCodes(
  userId: string,
  code: string,
  nowMs: number,
  actor: Actor,
): Promise<readonly string[]> {
  await checkOwnCode(userId, code, nowMs, actor);
  const recoveryCodes = drawRecoveryCodes();
  const sealed = await sealCodes((await auth.$context).secretConfig, recoveryCodes);
  if (!(await replaceRecoveryCodes(userId, sealed, actor))) {
    throw new DomainError("TWO_FACTOR_OFF", "there is no second factor");
  }
  return recoveryCodes;
}
