import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  copyEvidenceAction,
  joinLinkAction,
  purgeEvidenceAction,
  refreshFiguresAction,
  removeEvidenceAction,
  renameEvidenceAction,
} from "@/app/(espace)/plan-climat/preuves/actions";
import { describeClimateEvidence } from "@/lib/services/climate-plan/describe-climate-evidence";
import { joinClimateDocument } from "@/lib/services/climate-plan/join-climate-document";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("next/server", () => ({ connection: async () => undefined }));

const PILOT = "cae_3.1.1.5.2";
const DATA = "cae_3.1.1.1.2";
const sql = connectTestSql();

let own: TestCollectivity;
let evidence = "";

beforeAll(async () => {
  own = await createTestCollectivity();
  await createTestOperation(own);
  const words = { title: "Plan", day: null, note: null };
  const file = { name: "plan.pdf", bytes: signedDocument("plan") };
  [evidence = ""] = await joinClimateDocument(own.id, own.users.officer.actor, [PILOT], words, file);
});

const named = () => ({ collectivity: own.id, evidence });
const link = () => ({ collectivity: own.id, nodes: [DATA], title: "Page", url: "https://www.exemple.fr", day: "" });
const refreshForm = () => {
  const form = new FormData();
  form.append("collectivity", own.id);
  return form;
};

const ACTIONS = [
  ["join a link", () => joinLinkAction(link())],
  ["rename a proof", () => renameEvidenceAction({ ...named(), title: "Autre" })],
  ["join a proof to another action", () => copyEvidenceAction({ ...named(), node: DATA })],
  ["take a proof away", () => removeEvidenceAction(named())],
  ["refresh the figures of the operations", () => refreshFiguresAction({ status: "idle" }, refreshForm())],
] as const;

describe("an officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("is told beside its field what is wrong", async () => {
    const state = await joinLinkAction({ ...link(), nodes: [], title: "", url: "http://a.fr", day: "2026-02-30" });
    expect(state).toMatchObject({
      status: "failed",
      fieldErrors: {
        nodes: [expect.stringContaining("action")],
        title: [expect.stringContaining("titre")],
        url: [expect.stringContaining("https")],
      },
    });
  });

  test("may all of it, but empty a document, which an administrator may", async () => {
    expect(await purgeEvidenceAction(named())).toMatchObject({ status: "failed", code: "FORBIDDEN" });
    for (const [name, act] of ACTIONS) {
      expect([name, await act()]).toMatchObject([name, { status: "done" }]);
    }
    const { joined, figures } = await describeClimateEvidence(own.id);
    expect(joined.map(({ nodeId, title }) => [nodeId, title])).toEqual([
      [DATA, "Autre"],
      [DATA, "Page"],
    ]);
    expect(figures).toHaveLength(3);
    request.headers = new Headers({ cookie: await own.users.admin.cookie() });
    expect(await purgeEvidenceAction(named())).toMatchObject({ status: "done" });
    const rest = await describeClimateEvidence(own.id);
    expect(rest.joined.map(({ title }) => title)).toEqual(["Page"]);
  });

  test("leaves a trail that names nobody and no title", async () => {
    const events = await sql(
      `SELECT action, after::text AS after FROM audit_event
        WHERE collectivity_id = $1 AND object_type = 'climate_evidence' ORDER BY at, id`,
      [own.id],
    );
    expect(events.map(({ action }) => action)).toEqual(
      ["join", "join", "update", "join", "remove", "purge", "purge"].map((verb) => `${verb}.climate_evidence`),
    );
    for (const { after } of events) expect(after).not.toMatch(/Plan|Autre|Page|exemple/);
  });
});
