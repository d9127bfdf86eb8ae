import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { insertAuditEvent } from "@/lib/data/audit-events";
import { findChallengedUser } from "@/lib/data/two-factors";
import type { AuditAction } from "@/lib/domain/audit-action";

const SECOND_STEPS: readonly string[] = ["/two-factor/verify-totp", "/two-factor/verify-backup-code"];

const tell = (userId: string, action: AuditAction, sessionId: string) =>
  insertAuditEvent({ actor: { userId, via: "session" }, action, objectType: "session", objectId: sessionId });

/**
 * Who came in, who went, and whose code was wrong. Last of the plugins: a password that awaits its code is no sign-in yet.
 *
 * The library writes its session by itself; this tells it afterwards. A wrong password tells nothing: whoever types it is
 * nobody we know.
 */
export const signInTrail = {
  id: "prorata-sign-in-trail",
  hooks: {
    before: [
      {
        matcher: ({ path }) => path === "/sign-out",
        handler: createAuthMiddleware(async (ctx) => {
          const session = await getSessionFromCtx(ctx);
          if (session) await tell(session.user.id, "close.session", session.session.id);
        }),
      },
    ],
    after: [
      {
        matcher: () => true,
        handler: createAuthMiddleware(async (ctx) => {
          const opened = ctx.context.newSession;
          if (opened) await tell(opened.user.id, "open.session", opened.session.id);
          else if (SECOND_STEPS.includes(ctx.path) && ctx.context.returned instanceof APIError) {
            const { name } = ctx.context.createAuthCookie("two_factor");
            const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
            const challenged = challenge ? await findChallengedUser(challenge, new Date()) : null;
            if (!challenged) return;
            // Whoever typed it knows the password; that he is the owner of the account is what he did not prove.
            const actor = { userId: null, via: "session" } as const;
            await insertAuditEvent({ actor, action: "refuse.second_factor", objectType: "user", objectId: challenged });
          }
        }),
      },
    ],
  },
} satisfies BetterAuthPlugin;
