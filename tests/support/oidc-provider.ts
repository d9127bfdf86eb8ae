import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider, { type Configuration } from "oidc-provider";

/** Somebody who has an account at the provider; his login is his subject. */
export type OidcPerson = {
  readonly sub: string;
  email: string;
  /** Null: the provider says nothing of it. */
  emailVerified: boolean | null;
};

export const OIDC_CLIENT = { id: "prorata", secret: "mot-secret-du-client-oidc" };

type StartOptions = {
  readonly appUrl: string;
  /** 0: any that is free. */
  readonly port?: number;
  /** `application/jwt`, as ProConnect answers. */
  readonly signsUserInfo?: boolean;
};

/** A real OpenID Connect provider on this machine, with its own accounts and its own form to sign in with. */
export async function startOidcProvider({ appUrl, port = 0, signsUserInfo = true }: StartOptions) {
  const people = new Map<string, OidcPerson>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, await configure(people, { appUrl, signsUserInfo }));
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/entrer/")) void interact(provider, request, response);
    else answer(request, response);
  });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, people, stop };
}

async function configure(
  people: ReadonlyMap<string, OidcPerson>,
  { appUrl, signsUserInfo }: { readonly appUrl: string; readonly signsUserInfo: boolean },
): Promise<Configuration> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
        post_logout_redirect_uris: [`${appUrl}/connexion`],
        token_endpoint_auth_method: "client_secret_post",
        ...(signsUserInfo ? { userinfo_signed_response_alg: "RS256" as const } : {}),
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: "test" }] },
    cookies: { keys: ["cookies of the test's provider"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_, { uid }) => `/entrer/${uid}` },
    // Consent is the click on « Entrer ».
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: OIDC_CLIENT.id, accountId: oidc.session?.accountId as string });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
    findAccount: (_, sub) => {
      const person = people.get(sub);
      if (!person) return undefined;
      const { email, emailVerified } = person;
      const claims = { sub, email, ...(emailVerified === null ? {} : { email_verified: emailVerified }) };
      return { accountId: sub, claims: async () => claims };
    },
  };
}

async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === "POST") {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const login = new URLSearchParams(Buffer.concat(chunks).toString()).get("login") ?? "";
    const result = login === "" ? { error: "access_denied" } : { login: { accountId: login } };
    return provider.interactionFinished(request, response, result);
  }
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(
    `<!doctype html><html lang="fr"><title>Fournisseur des tests</title><form method="post">
     <label>Identifiant <input name="login"></label><button>Entrer</button></form></html>`,
  );
}
