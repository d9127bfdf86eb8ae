import { afterEach, describe, expect, test, vi } from "vitest";

const NEEDED = {
  DATABASE_URL: "postgresql://localhost/prorata",
  AUTH_SECRET: "un secret de plus de trente-deux caractères",
  APP_URL: "http://localhost:3000",
};

const READ_PATH = "/agreements/{acc}/cons/{prm}?start={start}&end={end}";

const DSO_API = {
  DSO_API_URL: "https://gw.ext.prod-sandbox.api.enedis.fr/",
  DSO_API_CLIENT_ID: "identifiant",
  DSO_API_CLIENT_SECRET: "mot-secret",
  DSO_API_CONSUMER_PATH: READ_PATH,
  DSO_API_DATE_FORMAT: "yyyy-MM-dd",
};

/** The settings as a process with these variables reads them. */
async function readEnv(values: Readonly<Record<string, string>>) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...NEEDED, ...values })) vi.stubEnv(name, value);
  return (await import("@/lib/env")).env;
}

const refusalOf = (values: Readonly<Record<string, string>>) =>
  readEnv(values).then(
    () => "",
    (error: Error) => error.message,
  );

afterEach(() => vi.unstubAllEnvs());

describe("the operator's interface", () => {
  test("is off without its settings, empty ones too", async () => {
    expect(await readEnv({})).toMatchObject({ DSO_API_URL: "", DSO_API_CALLS_PER_SECOND: 5 });
    const empty = Object.fromEntries(Object.keys(DSO_API).map((name) => [name, ""]));
    const all = { ...empty, DSO_API_PRODUCER_PATH: "", DSO_API_END_INCLUDED: "", DSO_API_CALLS_PER_HOUR: "" };
    expect(await readEnv(all)).toMatchObject({ DSO_API_END_INCLUDED: false, DSO_API_CALLS_PER_HOUR: 1000 });
  });

  test("is on with all of them, quotas as they are set", async () => {
    const env = await readEnv({ ...DSO_API, DSO_API_END_INCLUDED: "1", DSO_API_CALLS_PER_HOUR: "200" });
    expect(env).toMatchObject({
      DSO_API_URL: "https://gw.ext.prod-sandbox.api.enedis.fr/",
      DSO_API_PRODUCER_PATH: "",
      DSO_API_END_INCLUDED: true,
      DSO_API_CALLS_PER_SECOND: 5,
      DSO_API_CALLS_PER_HOUR: 200,
    });
  });

  test.for(Object.keys(DSO_API))("set without %s stops the start, and says which is missing", async (name) => {
    const message = await refusalOf({ ...DSO_API, [name]: "" });
    expect(message.split("\n")).toEqual([
      "Réglages à corriger :",
      `  - ${name} : manque : l’interface du gestionnaire est réglée à moitié. Complétez, ou videz les autres.`,
    ]);
    expect(message).not.toContain("mot-secret");
  });

  test("a path for producers alone is half of it too", async () => {
    expect((await refusalOf({ DSO_API_PRODUCER_PATH: READ_PATH })).split("\n")).toHaveLength(6);
  });

  test.for([
    ["DSO_API_URL", "http://gw.ext.prod.api.enedis.fr"], // the secret would travel in clear
    ["DSO_API_URL", "https://moi:motdepasse@gw.ext.prod.api.enedis.fr"],
    ["DSO_API_URL", "gw.ext.prod.api.enedis.fr"],
    ["DSO_API_TOKEN_PATH", "oauth2"],
    ["DSO_API_CONSUMER_PATH", "/cons/{prm}"],
    ["DSO_API_PRODUCER_PATH", "/prod/{prm}?start={start}&end={end}&type={type}"],
    ["DSO_API_DATE_FORMAT", "yyyy-mm-dd"], // minutes
    ["DSO_API_DATE_FORMAT", "yyyy-MM-dd'T'HH:mm"],
    ["DSO_API_END_INCLUDED", "oui"],
    ["DSO_API_CALLS_PER_SECOND", "0"],
    ["DSO_API_CALLS_PER_HOUR", "beaucoup"],
  ] as const)("%s = %j is refused without being repeated", async ([name, value]) => {
    const message = await refusalOf({ ...DSO_API, [name]: value });
    expect(message).toContain(`- ${name} : `);
    expect(message).not.toContain(value);
    expect(message).not.toContain("mot-secret");
  });

  test.for([
    ["DSO_API_URL", "http://127.0.0.1:4010"],
    ["DSO_API_DATE_FORMAT", "dd/MM/yyyy"],
    ["DSO_API_DATE_FORMAT", "yyyyMMdd'T00:00:00'"],
    ["DSO_API_PRODUCER_PATH", READ_PATH],
  ] as const)("%s = %j is accepted", async ([name, value]) => {
    expect(await readEnv({ ...DSO_API, [name]: value })).toMatchObject({ [name]: value });
  });
});

test("what is needed in any case is asked for by name", async () => {
  expect(await refusalOf({ AUTH_SECRET: "court" })).toMatch(/- AUTH_SECRET : /);
});

describe("the mail server", () => {
  const MAIL = { SMTP_HOST: "smtp.exemple.example", MAIL_FROM: "Mairie d’Exemple <mairie@exemple.example>" };

  test("is off without its settings, empty ones too", async () => {
    const empty = ["SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD", "SMTP_SECURITY", "MAIL_FROM"];
    expect((await readEnv({})).MAIL).toBeNull();
    expect((await readEnv(Object.fromEntries(empty.map((name) => [name, ""])))).MAIL).toBeNull();
  });

  test.for([
    ["", 587, "starttls"],
    ["starttls", 587, "starttls"],
    ["tls", 465, "tls"],
    ["none", 25, "none"],
  ] as const)("with security %s it is reached at port %s", async ([security, port, expected]) => {
    expect((await readEnv({ ...MAIL, SMTP_SECURITY: security })).MAIL).toEqual({
      host: "smtp.exemple.example",
      port,
      security: expected,
      login: null,
      from: "Mairie d’Exemple <mairie@exemple.example>",
    });
  });

  test("takes its own port and a login", async () => {
    const login = { SMTP_PORT: "2525", SMTP_USER: "mairie", SMTP_PASSWORD: "mot-secret" };
    expect((await readEnv({ ...MAIL, ...login })).MAIL).toMatchObject({
      port: 2525,
      login: { user: "mairie", password: "mot-secret" },
    });
  });

  test.for([
    ["SMTP_HOST", { ...MAIL, SMTP_HOST: "" }],
    ["MAIL_FROM", { ...MAIL, MAIL_FROM: "" }],
    ["MAIL_FROM", { ...MAIL, MAIL_FROM: "Mairie" }],
    ["SMTP_USER", { ...MAIL, SMTP_PASSWORD: "mot-secret" }],
    ["SMTP_PASSWORD", { ...MAIL, SMTP_USER: "mairie" }],
    ["SMTP_PORT", { ...MAIL, SMTP_PORT: "70000" }],
    ["SMTP_SECURITY", { ...MAIL, SMTP_SECURITY: "ssl" }],
  ] as const)("a half or wrong %s stops the start, and says no secret", async ([name, values]) => {
    const message = await refusalOf(values);
    expect(message).toContain(`  - ${name} : `);
    expect(message).not.toContain("mot-secret");
  });
});

describe("single sign-on", () => {
  const OIDC = {
    OIDC_ISSUER: "https://auth.exemple.example/api/v2",
    OIDC_CLIENT_ID: "prorata",
    OIDC_CLIENT_SECRET: "mot-secret",
    OIDC_LABEL: "ProConnect",
  };

  test("is off without its settings, empty ones too", async () => {
    expect((await readEnv({})).OIDC).toBeNull();
    const empty = [...Object.keys(OIDC), "OIDC_SCOPES", "OIDC_ACR_VALUES", "OIDC_PKCE", "OIDC_TRUSTS_EMAIL"];
    expect((await readEnv(Object.fromEntries(empty.map((name) => [name, ""])))).OIDC).toBeNull();
  });

  test("takes what a provider asks for", async () => {
    expect((await readEnv(OIDC)).OIDC).toEqual({
      issuer: OIDC.OIDC_ISSUER,
      clientId: "prorata",
      clientSecret: "mot-secret",
      label: "ProConnect",
      scopes: ["openid", "email"],
      acrValues: [],
      usesPkce: true,
      trustsEmail: false,
    });
    const own = { OIDC_SCOPES: "openid email siret", OIDC_ACR_VALUES: "eidas1 eidas2", OIDC_PKCE: "0" };
    expect((await readEnv({ ...OIDC, ...own, OIDC_TRUSTS_EMAIL: "1" })).OIDC).toMatchObject({
      scopes: ["openid", "email", "siret"],
      acrValues: ["eidas1", "eidas2"],
      usesPkce: false,
      trustsEmail: true,
    });
  });

  test.for([
    ...Object.keys(OIDC).map((name) => [name, { ...OIDC, [name]: "" }] as const),
    ["OIDC_ISSUER", { OIDC_TRUSTS_EMAIL: "1" }],
    ["OIDC_ISSUER", { ...OIDC, OIDC_ISSUER: "http://auth.exemple.example" }], // codes would travel in clear
    ["OIDC_ISSUER", { ...OIDC, OIDC_ISSUER: "http://192.168.1.7:8080" }],
    ["OIDC_ISSUER", { ...OIDC, OIDC_ISSUER: "https://moi:mot-secret@auth.exemple.example" }],
    ["OIDC_SCOPES", { ...OIDC, OIDC_SCOPES: "openid profile" }],
    ["OIDC_PKCE", { ...OIDC, OIDC_PKCE: "non" }],
  ] as const)("a half or wrong %s stops the start, and says no secret", async ([name, values]) => {
    const message = await refusalOf(values);
    expect(message).toContain(`  - ${name} : `);
    expect(message).not.toContain("mot-secret");
  });

  test("a provider on the machine itself may be reached in clear", async () => {
    expect((await readEnv({ ...OIDC, OIDC_ISSUER: "http://127.0.0.1:4010" })).OIDC?.issuer).toBe(
      "http://127.0.0.1:4010",
    );
  });
});
