import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod";

export type OidcSettings = {
  /** Exactly as the provider names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Levels of authentication one of which is required; none: any. */
  readonly acrValues: readonly string[];
};

/** What the provider says of somebody. */
export type OidcPerson = {
  /** Who he is there, for good; an address may move to somebody else. */
  readonly sub: string;
  readonly email: string;
  /** Null: it does not say. */
  readonly isEmailVerified: boolean | null;
};

/** Why nothing is known of somebody who came back from the provider; never what was answered: it names people. */
export class OidcError extends Error {
  override readonly name = "OidcError";
}

const TIMEOUT_MS = 10_000;
const CLOCK_SKEW_SECONDS = 30;
/** Signatures by a key that only the provider holds: « none », or one made with our own secret, is no proof. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];

const DISCOVERY = z.object({ issuer: z.string(), userinfo_endpoint: z.url(), jwks_uri: z.url() });

const CLAIMS = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")]).nullish(),
});

/** Where a provider describes itself (OpenID Connect Discovery 1.0, section 4). */
export function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`;
}

/**
 * Asks the provider who has just signed in there, by the token it gave for it.
 *
 * A signed answer (`application/jwt`, as ProConnect's) is verified like an ID token: its keys, issuer, audience and end.
 *
 * @param idToken - Verified by the caller; its subject and level of authentication are compared here.
 * @throws {OidcError} When the provider does not answer, or what it answers proves nothing.
 */
export async function readUserInfo(
  settings: OidcSettings,
  { accessToken, idToken }: { readonly accessToken: string; readonly idToken: string },
): Promise<OidcPerson> {
  const { sub, acr } = decodeJwt(idToken);
  if (settings.acrValues.length > 0 && !settings.acrValues.includes(String(acr))) {
    throw new OidcError("the level of authentication is not one of those required");
  }
  const discovery = DISCOVERY.safeParse(await (await call(discoveryUrl(settings.issuer))).json());
  if (!discovery.success || discovery.data.issuer !== settings.issuer) {
    throw new OidcError("the provider names itself otherwise, or lacks an address");
  }
  const { userinfo_endpoint, jwks_uri } = discovery.data;
  const answer = await call(userinfo_endpoint, { authorization: `Bearer ${accessToken}` });
  const isSigned = answer.headers.get("content-type")?.startsWith("application/jwt") ?? false;
  const claims = CLAIMS.safeParse(
    isSigned ? await verify(await answer.text(), jwks_uri, settings) : await answer.json().catch(() => null),
  );
  if (!claims.success) throw new OidcError("the answer names no subject or no address");
  if (claims.data.sub !== sub) throw new OidcError("the answer is about somebody else");
  return { sub: claims.data.sub, email: claims.data.email, isEmailVerified: claims.data.email_verified ?? null };
}

async function call(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const init = { headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" } as const;
  const answer = await fetch(url, init).catch((error: unknown) => {
    throw new OidcError("the provider does not answer", { cause: error });
  });
  if (!answer.ok) throw new OidcError(`the provider answers ${answer.status}`);
  return answer;
}

async function verify(token: string, jwksUri: string, { issuer, clientId }: OidcSettings): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: TIMEOUT_MS });
  const options = { issuer, audience: clientId, algorithms: ALGORITHMS, clockTolerance: CLOCK_SKEW_SECONDS };
  try {
    return (await jwtVerify(token, keys, options)).payload;
  } catch (error) {
    throw new OidcError("the signed answer does not hold", { cause: error });
  }
}
