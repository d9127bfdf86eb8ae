import "server-only";
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { type GenericOAuthConfig, genericOAuth } from "better-auth/plugins";
import { findIdentity, recordLinkedIdentity, SINGLE_SIGN_ON } from "@/lib/data/identities";
import type { Env } from "@/lib/env";
import { discoveryUrl, OidcError, readUserInfo } from "@/lib/gateways/oidc/read-user-info";
import { log } from "@/lib/log";

type OidcSettings = NonNullable<Env["OIDC"]>;

/** A browser says where it starts from, nothing else: no ID token of its own, no further scope, no parameter. */
const STARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/sign-in/social": { provider: SINGLE_SIGN_ON, callbackURL: "/", errorCallbackURL: "/connexion" },
  "/link-social": { provider: SINGLE_SIGN_ON, callbackURL: "/compte", errorCallbackURL: "/compte" },
};

/**
 * Single sign-on by OpenID Connect; no plugin when it is off.
 *
 * better-auth's generic plugin makes state, nonce and PKCE and verifies the ID token. What is ours: who somebody is comes
 * from the provider's verified answer, accounts are never made here, and an account is linked only where both sides
 * have verified the same address. From then on the subject counts, whatever the address becomes.
 */
export function singleSignOn(settings: OidcSettings | null): BetterAuthPlugin[] {
  if (settings === null) return [];
  const config = configure(settings);
  return [
    // Asked at the first sign-in, within ten seconds: a provider that hangs would hold up the password too.
    {
      ...genericOAuth({ config: [config] }),
      init: () => ({ context: { genericOAuthPendingDiscovery: new Map([[SINGLE_SIGN_ON, config]]) } }),
    },
    {
      id: "prorata-single-sign-on",
      init: () => ({ options: { databaseHooks: { account: ACCOUNT_HOOKS } } }),
      hooks: {
        before: [
          {
            matcher: ({ path }) => path !== undefined && path in STARTS,
            handler: createAuthMiddleware(async ({ path, body }) => {
              const expected = STARTS[path] ?? {};
              const isExpected = Object.entries(body ?? {}).every(([name, value]) => expected[name] === value);
              if (!isExpected || body?.provider !== SINGLE_SIGN_ON) throw new APIError("BAD_REQUEST");
            }),
          },
        ],
      },
    },
  ];
}

function configure(settings: OidcSettings): GenericOAuthConfig {
  const { issuer, clientId, clientSecret, scopes, acrValues, usesPkce } = settings;
  return {
    providerId: SINGLE_SIGN_ON,
    discoveryUrl: discoveryUrl(issuer),
    clientId,
    clientSecret,
    authentication: "post",
    scopes,
    pkce: usesPkce,
    requireIdTokenVerification: true,
    disableSignUp: true,
    ...(acrValues.length > 0 ? { authorizationUrlParams: { acr_values: acrValues.join(" ") } } : {}),
    getUserInfo: ({ accessToken, idToken }) => identify(settings, accessToken, idToken),
  };
}

// Null is a refusal: an answer without an ID token reaches this place unverified.
async function identify(settings: OidcSettings, accessToken: string | undefined, idToken: string | undefined) {
  if (!accessToken || !idToken) return null;
  try {
    const { sub, email, isEmailVerified } = await readUserInfo(settings, { accessToken, idToken });
    return { id: sub, sub, email, emailVerified: isEmailVerified ?? settings.trustsEmail };
  } catch (error) {
    if (!(error instanceof OidcError)) throw error;
    log.warn({ from: "oidc", reason: error.message }, "nothing is known of somebody who came from the provider");
    return null;
  }
}

type NewAccount = { readonly userId: string; readonly providerId: string };

// Nothing is ever asked of the provider in somebody's name; the ID token is kept to sign him out there.
const WITHOUT_TOKENS = { data: { accessToken: null, refreshToken: null, accessTokenExpiresAt: null } };

const ACCOUNT_HOOKS = {
  create: {
    // One identity an account, as the database has it too: the same address may become somebody else's there.
    before: async ({ userId, providerId }: NewAccount) =>
      providerId === SINGLE_SIGN_ON && (await findIdentity(userId)) !== null ? false : WITHOUT_TOKENS,
    after: async (account: NewAccount & { readonly id: string }) => {
      if (account.providerId === SINGLE_SIGN_ON) await recordLinkedIdentity(account);
    },
  },
  update: { before: async () => WITHOUT_TOKENS },
};
