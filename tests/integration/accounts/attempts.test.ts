import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AttemptKind } from "@/lib/domain/access/attempt-rule";
import { DomainError } from "@/lib/domain/errors";
import { knowBrowser } from "@/lib/services/accounts/known-browser";
import { takeAttempt } from "@/lib/services/accounts/take-attempt";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const newAccount = () => `personne-${randomUUID()}@commune.test`;
const block = () => Math.floor(Math.random() * 0xffff).toString(16);
// A network nobody else of these tests calls from.
const newNetwork = () => `2001:db8:${block()}:${block()}::1`;

const from = (address: string, cookie = "") => new Headers({ "x-forwarded-for": address, cookie });

/** Seconds to wait; 0: the try was counted. */
async function knock(kind: AttemptKind, account: string | undefined, headers: Headers): Promise<number> {
  try {
    await takeAttempt(kind, { account, headers });
    return 0;
  } catch (error) {
    if (error instanceof DomainError && error.code === "TOO_MANY_ATTEMPTS") return Number(error.details.waitSeconds);
    throw error;
  }
}

async function knockTimes(times: number, ...knocked: Parameters<typeof knock>): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < times; turn += 1) waits.push(await knock(...knocked));
  return waits;
}

const known = (account: string) => {
  const { name, value } = knowBrowser(new Headers(), account);
  return `autre=1; ${name}=${value}`;
};

describe("tries of a password", () => {
  test("are ten for an account, from wherever they come; then one waits a minute", async () => {
    const account = newAccount();
    for (let turn = 0; turn < 10; turn += 1) expect(await knock("sign_in", account, from(newNetwork()))).toBe(0);
    const wait = await knock("sign_in", account.toUpperCase(), from(newNetwork()));
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
  });

  test("from strangers never make the owner wait in a browser of his", async () => {
    const account = newAccount();
    const mine = from(newNetwork(), known(account));
    for (let turn = 0; turn < 40; turn += 1) {
      await knock("sign_in", account, from(newNetwork()));
      if (turn % 8 === 0) expect(await knock("sign_in", account, mine)).toBe(0);
    }
    expect(await knock("sign_in", account, from(newNetwork()))).toBeGreaterThan(0);
  });

  test("from a known browser count by themselves, and are strangers’ once used up", async () => {
    const account = newAccount();
    const mine = from(newNetwork(), known(account));
    expect(await knockTimes(20, "sign_in", account, mine)).toEqual(Array(20).fill(0));
    expect(await knock("sign_in", account, mine)).toBeGreaterThan(0);
    expect(await knock("sign_in", account, from(newNetwork(), known(account)))).toBe(0);
  });

  test.for([
    ["of another account", (account: string) => known(`autre-${account}`)],
    ["made up", () => `prorata.browser=${"A".repeat(65)}`],
    ["cut", (account: string) => known(account).slice(0, -1)],
    ["of bytes", () => "prorata.browser=%00%ff"],
  ] as const)("take a cookie %s for a stranger’s", async ([, cookie]) => {
    const account = newAccount();
    await knockTimes(10, "sign_in", account, from(newNetwork()));
    expect(await knock("sign_in", account, from(newNetwork(), cookie(account)))).toBeGreaterThan(0);
  });

  test("are fifty from one network, whatever the account, and known browsers there do not wait", async () => {
    const network = newNetwork();
    const account = newAccount();
    for (let turn = 0; turn < 50; turn += 1) expect(await knock("sign_in", newAccount(), from(network))).toBe(0);
    expect(await knock("sign_in", newAccount(), from(network))).toBeGreaterThan(0);
    const neighbour = network.replace("::1", ":ffff:ffff:ffff:ffff");
    expect(await knock("sign_in", newAccount(), from(neighbour))).toBeGreaterThan(0);
    expect(await knock("sign_in", account, from(network, known(account)))).toBe(0);
  });

  test("that succeed are no guesses: given back, they never add up", async () => {
    const account = newAccount();
    const headers = from(newNetwork());
    for (let turn = 0; turn < 30; turn += 1) await (await takeAttempt("sign_in", { account, headers })).giveBack();
    await knockTimes(9, "sign_in", account, headers);
    await (await takeAttempt("sign_in", { account, headers })).giveBack();
    expect(await knock("sign_in", account, headers)).toBe(0);
    expect(await knock("sign_in", account, headers)).toBeGreaterThan(0);
  });

  test("fifty at once are ten", async () => {
    const account = newAccount();
    const waits = await Promise.all(Array.from({ length: 50 }, () => knock("sign_in", account, from(newNetwork()))));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  });

  test("of many accounts at once from few networks neither pass the limit nor wait for each other for ever", async () => {
    const accounts = [newAccount(), newAccount(), newAccount()];
    const networks = [newNetwork(), newNetwork()];
    const waits = await Promise.all(
      Array.from({ length: 90 }, (_, turn) => knock("sign_in", accounts[turn % 3], from(networks[turn % 2] as string))),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(30);
  });
});

test("each kind of try has a count of its own", async () => {
  const account = newAccount();
  const headers = from(newNetwork());
  await knockTimes(10, "sign_in", account, headers);
  expect(await knock("sign_in", account, headers)).toBeGreaterThan(0);
  expect(await knock("forgotten_password", account, headers)).toBe(0);
  expect(await knock("account_link", undefined, headers)).toBe(0);
});

test("the table tells neither who was tried nor from where", async () => {
  const account = newAccount();
  await knock("sign_in", account, from("203.0.113.77"));
  const rows = await sql<{ row: string }>("SELECT attempt_counter::text AS row FROM attempt_counter");
  const text = JSON.stringify(rows);
  for (const secret of [account, "203.0.113.77", Buffer.from(account).toString("hex")]) {
    expect(text).not.toContain(secret);
  }
  expect(
    new Set((await sql<{ size: number }>("SELECT length(key) AS size FROM attempt_counter")).map(({ size }) => size)),
  ).toEqual(new Set([32]));
});

describe("the cookie of a known browser", () => {
  test("keeps the six latest accounts of a shared computer, and names none", () => {
    const accounts = Array.from({ length: 7 }, newAccount);
    let cookie = "";
    for (const account of accounts) {
      const { name, value, options } = knowBrowser(new Headers({ cookie }), account);
      cookie = `${name}=${value}`;
      expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
    }
    expect(cookie.split(".").length).toBeLessThanOrEqual(7);
    for (const account of accounts) expect(cookie).not.toContain(account.split("@")[0]);
  });
});
