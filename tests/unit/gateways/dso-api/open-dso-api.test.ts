import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import type { DsoApiSettings } from "@/lib/gateways/dso-api/dso-api";
import { openDsoApi } from "@/lib/gateways/dso-api/open-dso-api";
import { type StandInAnswer, startDsoStandIn } from "../../../support/dso-stand-in";

const REQUEST = {
  accNumber: "ACC00000112",
  prm: "12345678901234",
  role: "consumer" as const,
  period: { from: civilDate("2026-03-01"), toExclusive: civilDate("2026-04-01") },
};

const SETTINGS: Omit<DsoApiSettings, "baseUrl"> = {
  clientId: "identifiant",
  clientSecret: "s:cret",
  tokenPath: "/oauth2/v3/token",
  energyPaths: {
    consumer:
      "/collective_self_consumption/v4/agreements/{acc}/definitive_active_energy/cons/{prm}?start={start}&end={end}&type=cons,autocons,complement",
    producer: null,
  },
  datePattern: "yyyy-MM-dd",
  isEndIncluded: false,
  callsPerSecond: 100,
  callsPerHour: 1000,
  timeoutMs: 2000,
};

const isToken = (path: string) => path.startsWith("/oauth2/");

describe("an interface that answers", () => {
  const standIn = startDsoStandIn(({ path }) =>
    isToken(path)
      ? { status: 200, body: { access_token: "jeton", expires_in: "3600", token_type: "Bearer" } }
      : { status: 200, body: { cons_id: REQUEST.prm } },
  );

  test("one token serves several calls, in the shape the DSO documents", async () => {
    const api = openDsoApi({ ...SETTINGS, baseUrl: standIn.baseUrl() });
    const answers = [await api.readEnergies(REQUEST), await api.readEnergies(REQUEST)];
    expect(answers.map((bytes) => new TextDecoder().decode(bytes))).toEqual([
      `{"cons_id":"${REQUEST.prm}"}`,
      `{"cons_id":"${REQUEST.prm}"}`,
    ]);
    const [token, ...reads] = standIn.calls;
    expect(token).toEqual({
      method: "POST",
      path: "/oauth2/v3/token",
      authorization: `Basic ${Buffer.from("identifiant:s:cret").toString("base64")}`,
      contentType: "application/x-www-form-urlencoded;charset=UTF-8",
      body: "grant_type=client_credentials",
    });
    expect(reads).toHaveLength(2);
    expect(reads[0]).toMatchObject({
      method: "GET",
      authorization: "Bearer jeton",
      path: "/collective_self_consumption/v4/agreements/ACC00000112/definitive_active_energy/cons/12345678901234?start=2026-03-01&end=2026-04-01&type=cons,autocons,complement",
    });
  });

  test("path, dates and whether the end counts are configuration", async () => {
    const api = openDsoApi({
      ...SETTINGS,
      baseUrl: standIn.baseUrl(),
      energyPaths: { consumer: null, producer: "/lecture/{prm}/{start}/{end}" },
      datePattern: "dd-MM-yyyy",
      isEndIncluded: true,
    });
    expect(api.roles).toEqual(["producer"]);
    await api.readEnergies({ ...REQUEST, role: "producer" });
    expect(standIn.calls.at(-1)?.path).toBe("/lecture/12345678901234/01-03-2026/31-03-2026");
  });
});

describe("a token that ends", () => {
  let refusals = 0;
  const standIn = startDsoStandIn(({ path }, index) => {
    if (isToken(path)) return { status: 200, body: { access_token: `jeton-${index}`, expires_in: 3600 } };
    refusals += 1;
    return refusals === 1 ? { status: 401, body: {} } : { status: 200, body: {} };
  });

  test("is asked for once more when it is refused, and again after its time", async () => {
    let nowMs = 0;
    const clock = { nowMs: () => nowMs, sleep: async () => undefined };
    const api = openDsoApi({ ...SETTINGS, baseUrl: standIn.baseUrl() }, clock);
    await api.readEnergies(REQUEST);
    expect(standIn.calls.map(({ path }) => isToken(path))).toEqual([true, false, true, false]);
    nowMs = 3_600_000;
    await api.readEnergies(REQUEST);
    expect(standIn.calls.filter(({ path }) => isToken(path))).toHaveLength(3);
  });
});

describe("an interface that refuses", () => {
  let answer: StandInAnswer = { status: 500, body: {} };
  let tokenAnswer: StandInAnswer = { status: 200, body: {} };
  const standIn = startDsoStandIn(({ path }) => (isToken(path) ? tokenAnswer : answer));
  const token = { status: 200, body: { access_token: "jeton", expires_in: "60" } };

  test.for([
    { case: "quota", token, read: { status: 429, body: {} }, code: "DSO_API_QUOTA" },
    { case: "no subscription", token, read: { status: 403, body: { code: "900908" } }, code: "DSO_API_NOT_SUBSCRIBED" },
    { case: "no right", token, read: { status: 403, body: {} }, code: "DSO_API_CREDENTIALS" },
    { case: "token always refused", token, read: { status: 401, body: {} }, code: "DSO_API_CREDENTIALS" },
    { case: "server error", token, read: { status: 503, body: {} }, code: "DSO_API_UNEXPECTED" },
    { case: "wrong secret", token: { status: 401, body: {} }, read: token, code: "DSO_API_CREDENTIALS" },
    {
      case: "token without end",
      token: { status: 200, body: { access_token: "x" } },
      read: token,
      code: "DSO_API_UNEXPECTED",
    },
  ])("$case → $code", async ({ token: given, read, code }) => {
    tokenAnswer = given;
    answer = read;
    const api = openDsoApi({ ...SETTINGS, baseUrl: standIn.baseUrl() });
    await expect(api.readEnergies(REQUEST)).rejects.toMatchObject({ name: "DsoApiError", code });
  });

  test.for([
    { given: "120", retryAfterSeconds: 120 },
    { given: "Wed, 21 Oct 2026 07:28:00 GMT", retryAfterSeconds: null },
    { given: undefined, retryAfterSeconds: null },
  ])("when to try again, said as $given, is $retryAfterSeconds", async ({ given, retryAfterSeconds }) => {
    tokenAnswer = token;
    answer = { status: 429, body: {}, ...(given && { headers: { "retry-after": given } }) };
    const api = openDsoApi({ ...SETTINGS, baseUrl: standIn.baseUrl() });
    await expect(api.readEnergies(REQUEST)).rejects.toMatchObject({ code: "DSO_API_QUOTA", retryAfterSeconds });
  });

  test("neither the secret nor the token is in what is thrown", async () => {
    tokenAnswer = token;
    answer = { status: 500, body: "panne" };
    const api = openDsoApi({ ...SETTINGS, baseUrl: standIn.baseUrl() });
    const error = await api.readEnergies(REQUEST).catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/s:cret|jeton|czpjcmV0/);
  });

  test("nobody there → DSO_API_UNREACHABLE", async () => {
    const api = openDsoApi({ ...SETTINGS, baseUrl: "http://127.0.0.1:9" });
    await expect(api.readEnergies(REQUEST)).rejects.toMatchObject({ code: "DSO_API_UNREACHABLE" });
  });
});
