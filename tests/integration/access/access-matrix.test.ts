import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stopQueue } from "@/lib/data/queue";
import { type Callers, createCallers, NARROWED, OUTCASTS, type Somebody } from "../../support/access/create-callers";
import { createSample } from "../../support/access/create-sample";
import { enter } from "../../support/access/enter";
import { expectedAnswers } from "../../support/access/expected-answers";
import { listEntrances } from "../../support/access/list-entrances";
import { readAccessLines } from "../../support/access/read-access-lines";
import { CALLERS, readAccessTable } from "../../support/access/read-access-table";
import type { Sample } from "../../support/access/sample";
import { stampOfTables } from "../../support/access/stamp-of-tables";
import { createTestAccount, createTestCollectivity } from "../../support/create-test-collectivity";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
// Some doors are there only where people may sign in elsewhere too; the settings are read once, before anything else.
const provider = await vi.hoisted(async () => {
  const { startOidcStandIn } = await import("../../support/oidc-stand-in");
  const standIn = await startOidcStandIn("prorata", "un secret des tests");
  vi.stubEnv("OIDC_ISSUER", standIn.issuer);
  vi.stubEnv("OIDC_CLIENT_ID", "prorata");
  vi.stubEnv("OIDC_CLIENT_SECRET", "un secret des tests");
  vi.stubEnv("OIDC_LABEL", "ProConnect");
  return standIn;
});
vi.mock("next/headers", () => ({ headers: async () => request.headers, cookies: async () => new Map() }));
vi.mock("next/cache", () => ({ refresh: () => undefined, revalidatePath: () => undefined }));
vi.mock("next/server", () => ({ connection: async () => undefined }));

const ROOT = path.resolve(import.meta.dirname, "../../..");
const rows = readAccessTable(readFileSync(path.join(ROOT, "README.md"), "utf8"));
const lines = readAccessLines();
const EVERYBODY: readonly Somebody[] = [...CALLERS, "stranger", ...NARROWED, ...OUTCASTS];

const doors = listEntrances(ROOT).flatMap((entrance) => {
  const call = lines.get(entrance.name);
  const row = rows.get(call?.tag ?? "");
  return call && row ? [{ entrance, call, row }] : []; // the unit test names those without
});
type Door = (typeof doors)[number];

const sql = connectTestSql();
let sample: Sample;
let callers: Callers;

beforeAll(async () => {
  const [own, auditor] = await Promise.all([createTestCollectivity(), createTestAccount(null, "auditeur")]);
  sample = await createSample(own, auditor, sql);
  callers = await createCallers(own, { auditor, sample }, sql);
});

afterAll(async () => {
  await Promise.all([stopQueue(), provider.stop()]);
  vi.unstubAllEnvs();
});

const answersOf = ({ entrance, call, row }: Door, who: Somebody) => expectedAnswers(entrance.name, call, row, who);
const isLetIn = (door: Door, who: Somebody) => answersOf(door, who).includes("passed");
const reads = ({ entrance }: Door) => /^(?:GET|HEAD|PAGE|LAYOUT) /.test(entrance.name);

type Proof = Readonly<Record<string, string>>;

/** What answers otherwise than the table says, of these doors. */
async function listSurprises(who: Somebody, chosen: readonly Door[], prove: () => Promise<Proof>) {
  const surprises: string[] = [];
  for (const door of chosen) {
    const headers = await prove();
    request.headers = new Headers(headers);
    const answer = await enter({ ...door, sample, headers }).catch((error: Error) => `breaks: ${error.message}`);
    const expected: readonly string[] = answersOf(door, who);
    if (!expected.includes(answer))
      surprises.push(`${door.entrance.name}: ${answer} instead of ${expected.join(" or ")}`);
  }
  return surprises;
}

/** One session for all calls. */
async function signInOnce(who: Somebody) {
  const headers = await callers[who]();
  return async () => headers;
}

const TIME = { timeout: 120_000 };

describe.sequential("README « Who may do what »", () => {
  test.for(EVERYBODY)("turns away: %s, and nothing is written", TIME, async (who) => {
    const prove = await signInOnce(who);
    const before = await stampOfTables(sql);
    const closed = doors.filter((door) => !isLetIn(door, who));
    expect(await listSurprises(who, closed, prove)).toEqual([]);
    expect(await stampOfTables(sql)).toEqual(before);
  });

  test.for(EVERYBODY)("lets read: %s", TIME, async (who) => {
    const open = doors.filter((door) => isLetIn(door, who) && reads(door));
    expect(await listSurprises(who, open, await signInOnce(who))).toEqual([]);
  });

  test.for(EVERYBODY)("lets do: %s", TIME, async (who) => {
    const open = doors.filter((door) => isLetIn(door, who) && !reads(door) && !door.call.endsSomething);
    expect(await listSurprises(who, open, await signInOnce(who))).toEqual([]);
  });

  test.for(doors.filter(({ call }) => call.endsSomething))("lets end: $entrance.name", TIME, async (door) => {
    for (const who of EVERYBODY.filter((each) => isLetIn(door, each))) {
      expect(await listSurprises(who, [door], callers[who]), who).toEqual([]);
    }
  });
});
