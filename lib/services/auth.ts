import "server-only";
import { betterAuth } from "better-auth";
import { authDatabase } from "@/lib/data/auth-database";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { ACCOUNT_STATE_FIELDS, refuseDeactivatedAccount } from "@/lib/services/accounts/account-state";
import { noteSignIn } from "@/lib/services/accounts/note-sign-in";
import { singleSignOn } from "@/lib/services/accounts/single-sign-on";
import { authSecrets } from "./accounts/security/auth-secrets";
import { secondFactor, signInChallenge } from "./accounts/security/sign-in-challenge";
import { signInTrail } from "./accounts/security/sign-in-trail";

const SESSION_DAYS = 7;
const SESSION_NOTED_SECONDS = 3600; // one's list of sessions says when each was last used

/**
 * Accounts and sessions. API keys are ours: lib/services/accounts/take-api-key-call.
 *
 * Sign-up is closed: accounts are made by an administrator or on the command line.
 */
export const auth = betterAuth({
  appName: "Prorata",
  baseURL: env.APP_URL,
  secrets: authSecrets(env.AUTH_SECRET, env.AUTH_SECRETS_FORMER),
  database: authDatabase,
  telemetry: { enabled: false },
  // A wrong key is the caller's matter: told in one line, without the stack the library prints as an error.
  logger: { level: "warn", log: (_, message) => log.warn({ from: "better-auth" }, message) },
  trustedOrigins: loopbackTwins(env.APP_URL),
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
  user: { additionalFields: ACCOUNT_STATE_FIELDS },
  databaseHooks: { session: { create: { before: refuseDeactivatedAccount, after: noteSignIn } } },
  session: { expiresIn: SESSION_DAYS * 86_400, updateAge: SESSION_NOTED_SECONDS },
  rateLimit: {
    enabled: true,
    storage: "database",
    window: 60,
    max: 300,
    // Tries of a password are counted in lib/server/answer-sign-in, before this library sees them.
    customRules: {
      "/sign-in/email": false,
      // Wrong codes are counted by account; a whole town hall may share one address.
      "/two-factor/*": { window: 60, max: 60 },
      "/sign-in/social": { window: 60, max: 60 },
    },
  },
  advanced: {
    database: { generateId: "uuid" },
    cookiePrefix: "prorata",
    useSecureCookies: env.APP_URL.startsWith("https:"),
  },
  onAPIError: { errorURL: "/connexion" },
  plugins: [secondFactor, signInChallenge, ...singleSignOn(env.OIDC), signInTrail],
});

// The browser treats `localhost` and `127.0.0.1` as two origins; on one's own machine both are typed.
function loopbackTwins(appUrl: string): string[] {
  const url = new URL(appUrl);
  const twins: Record<string, string> = { localhost: "127.0.0.1", "127.0.0.1": "localhost" };
  const twin = twins[url.hostname];
  if (!twin) return [];
  url.hostname = twin;
  return [url.origin];
}
