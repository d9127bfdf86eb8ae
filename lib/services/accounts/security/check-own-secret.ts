import "server-only";
import { verifyPassword } from "better-auth/crypto";
import { type CounterKey, giveBackCounters, takeCounters } from "@/lib/data/attempt-counters";
import { findPasswordHash } from "@/lib/data/passwords";
import type { Actor } from "@/lib/data/scope";
import { claimTotpStep, findTwoFactor, spendRecoveryCode } from "@/lib/data/two-factors";
import type { AttemptRule } from "@/lib/domain/access/attempt-rule";
import { DomainError } from "@/lib/domain/errors";
import { normalizeCode } from "@/lib/schemas/normalize-code";
import { keyedHash } from "@/lib/services/accounts/keyed-hash";
import { auth } from "@/lib/services/auth";
import { openFactor, sealCodes, totpKey } from "./sealed-factor";
import { matchTotpStep } from "./totp-code";

/** Who may try is signed in as that user already: nobody else can be locked out. */
const OWN_TRIES: AttemptRule = { free: 10, waits: [300, 900, 3600], memory: 86_400 };

/**
 * Proves that who is signed in knows his password: a session left open is not enough for what guards it.
 *
 * @throws {DomainError} WRONG_PASSWORD beside `password`, NO_PASSWORD for who has none, TOO_MANY_ATTEMPTS with `waitSeconds`.
 */
export async function checkOwnPassword(userId: string, password: string): Promise<void> {
  const attempt = await takeOwnAttempt(userId);
  const hash = await findPasswordHash(userId);
  if (hash === null) throw new DomainError("NO_PASSWORD", "this account has no password");
  if (!(await verifyPassword({ hash, password }))) {
    throw new DomainError("WRONG_PASSWORD", "the password is wrong", { details: { field: "password" } });
  }
  await giveBackCounters([attempt.key]);
}

/**
 * Proves that who is signed in holds his second factor: a code of his application, or a recovery code, which is spent.
 *
 * @throws {DomainError} WRONG_CODE beside `code`, TWO_FACTOR_OFF for who has none, TOO_MANY_ATTEMPTS with `waitSeconds`.
 */
export async function checkOwnCode(userId: string, typed: string, nowMs: number, actor: Actor): Promise<void> {
  const attempt = await takeOwnAttempt(userId);
  const stored = await findTwoFactor(userId);
  if (!stored) throw new DomainError("TWO_FACTOR_OFF", "there is no second factor");
  const key = (await auth.$context).secretConfig;
  const factor = await openFactor(key, stored);
  const code = normalizeCode(typed);
  const step = matchTotpStep(totpKey(factor), code, nowMs);
  const isRight =
    step === null
      ? factor.recoveryCodes.includes(code) &&
        (await spendRecoveryCode(
          userId,
          {
            from: stored.backupCodes,
            to: await sealCodes(
              key,
              factor.recoveryCodes.filter((each) => each !== code),
            ),
          },
          actor,
        ))
      : await claimTotpStep(userId, step);
  if (!isRight) throw new DomainError("WRONG_CODE", "the code is wrong", { details: { field: "code" } });
  await giveBackCounters([attempt.key]);
}

async function takeOwnAttempt(userId: string): Promise<CounterKey> {
  const counter = { key: keyedHash("own-secret", userId), rule: OWN_TRIES };
  const waitMs = await takeCounters([counter]);
  if (waitMs === 0) return counter;
  throw new DomainError("TOO_MANY_ATTEMPTS", "too many tries of one's own password or code", {
    details: { waitSeconds: Math.ceil(waitMs / 1000) },
  });
}
