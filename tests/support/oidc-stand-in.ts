import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";

/** How an answer is signed: by the published key, by another that claims to be it, by the client's secret, not at all. */
export type Signature = "published" | "other" | "secret" | "none";

type Answers = {
  idToken: (nonce: string) => Promise<string> | string | undefined;
  /** Type and body of the answer about somebody. */
  userInfo: () => Promise<readonly [type: string, body: string]>;
  issuer: string | null;
};

/** A provider that answers what a real one never would; the test says what. */
export async function startOidcStandIn(clientId: string, clientSecret: string) {
  const [published, other] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const key = { ...(await exportJWK(published.publicKey)), kid: "one", alg: "RS256", use: "sig" };
  let nonce = "";
  let issuer = "";
  const secret = new TextEncoder().encode(clientSecret);

  const sign = (claims: JWTPayload, signature: Signature = "published"): Promise<string> | string => {
    const times = { iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 60 };
    const payload = { iss: issuer, aud: clientId, ...times, ...claims };
    if (signature === "none") return new UnsecuredJWT(payload).encode();
    if (signature === "secret")
      return new SignJWT(payload).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret);
    const { privateKey } = signature === "published" ? published : other;
    return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(privateKey);
  };

  const answers: Answers = { idToken: () => undefined, userInfo: async () => ["application/json", "{}"], issuer: null };

  const server = createServer(async (request, response) => {
    const json = (value: unknown) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
    const path = new URL(request.url ?? "/", issuer).pathname;
    if (path === "/jwks") return json({ keys: [key] });
    if (path === "/token") {
      return json({ access_token: "a", token_type: "Bearer", expires_in: 60, id_token: await answers.idToken(nonce) });
    }
    if (path === "/userinfo") {
      const [type, body] = await answers.userInfo();
      return response.writeHead(200, { "content-type": type }).end(body);
    }
    return json({
      issuer: answers.issuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    answers,
    sign,
    /** What a browser would bring back from the address it was sent to. */
    comeBackFrom(authorize: string): string {
      const sent = new URL(authorize).searchParams;
      nonce = sent.get("nonce") ?? "";
      return `${sent.get("redirect_uri")}?code=c&state=${sent.get("state")}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
