import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { twoFactor } from "better-auth/plugins";
import { insertAuditEvent } from "@/lib/data/audit-events";
import { claimTotpStep, findChallengedUser, findTwoFactor } from "@/lib/data/two-factors";
import { normalizeCode } from "@/lib/schemas/normalize-code";
import { openFactor, totpKey } from "./sealed-factor";
import { matchTotpStep } from "./totp-code";

const CHALLENGE_SECONDS = 600;
const VERIFY_CODE = "/two-factor/verify-totp";
const VERIFY_RECOVERY_CODE = "/two-factor/verify-backup-code";

/** What is compared is what was typed, or nothing at all. */
const NO_CODE = "";

/**
 * The second factor at sign-in: better-auth asks for it and counts what is wrong – five codes for one password, ten
 * wrong ones in a row close the second step for a quarter of an hour, which takes the password to bring about.
 *
 * Switching it on and off is ours, see the files beside this one: nothing of it is open by HTTP.
 */
export const secondFactor = twoFactor({
  issuer: "Prorata",
  twoFactorCookieMaxAge: CHALLENGE_SECONDS,
  accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
});

/** What we hold stricter than better-auth: a code opens once, only a sign-in, and no device is trusted without it. */
export const signInChallenge = {
  id: "prorata-sign-in-challenge",
  hooks: {
    before: [
      {
        matcher: ({ path }) => path === VERIFY_CODE || path === VERIFY_RECOVERY_CODE,
        handler: createAuthMiddleware(async (ctx) => {
          // Signed in, it would answer whether a code is right as often as one asks.
          if (await getSessionFromCtx(ctx)) throw new APIError("BAD_REQUEST");
          const code = normalizeCode(String(ctx.body?.code ?? NO_CODE));
          const body = { trustDevice: false, disableSession: false };
          if (ctx.path === VERIFY_RECOVERY_CODE) return { context: { body: { ...body, code } } };
          const { name } = ctx.context.createAuthCookie("two_factor");
          const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
          const isFirst = challenge ? await claimCode(challenge, code, ctx.context.secretConfig) : true;
          return { context: { body: { ...body, code: isFirst ? code : NO_CODE } } };
        }),
      },
    ],
    after: [
      {
        matcher: ({ path }) => path === VERIFY_RECOVERY_CODE,
        handler: createAuthMiddleware(async (ctx) => {
          const userId = ctx.context.newSession?.user.id;
          if (!userId) return;
          // The library has taken the code off the list by itself; this tells it afterwards.
          const actor = { userId, via: "session" } as const;
          await insertAuditEvent({ actor, action: "use.recovery_code", objectType: "user", objectId: userId });
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;

// A code that was seen opens nothing: the first to send it takes its half-minute (RFC 6238, 5.2).
async function claimCode(challenge: string, code: string, key: Parameters<typeof openFactor>[0]): Promise<boolean> {
  const now = new Date();
  const userId = await findChallengedUser(challenge, now);
  const stored = userId && (await findTwoFactor(userId));
  if (!stored) return true; // the library answers
  const step = matchTotpStep(totpKey(await openFactor(key, stored)), code, now.getTime());
  return step === null || (await claimTotpStep(stored.userId, step));
}
