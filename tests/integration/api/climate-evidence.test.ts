import { strToU8, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { listClimateSnapshots } from "@/lib/data/climate-snapshots";
import {
  climateEvidenceSchema,
  joinedEvidenceSchema,
  refreshedFiguresSchema,
} from "@/lib/schemas/api/climate-evidence";
import { purgeClimateEvidence } from "@/lib/services/climate-plan/purge-climate-evidence";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const PILOT = "cae_3.1.1.5.2";
const DATA = "cae_3.1.1.1.2";
const sql = connectTestSql();

let own: TestCollectivity;
let key: string;
let elected: string;
let stranger: string;

beforeAll(async () => {
  own = await createTestCollectivity();
  key = await own.users.officer.key("write");
  elected = await own.users.elected.key("write");
  stranger = await (await createTestCollectivity("Une autre commune")).users.admin.key("write");
});

const at = (rest = "", id: string = own.id) => `/api/v1/collectivities/${id}/climate-plan/evidence${rest}`;
const list = async (as = key) => expectAnswer(await callApi(at(), { key: as }), 200, climateEvidenceSchema);
const send = (name: string, bytes: Uint8Array<ArrayBuffer>, words: Readonly<Record<string, string>>, as = key) => {
  const body = new FormData();
  for (const [field, text] of Object.entries(words)) body.append(field, text);
  body.append("fichier", new File([bytes], name));
  return callApi(at(), { key: as, method: "POST", body });
};
const join = async (name: string, bytes: Uint8Array<ArrayBuffer>, query: Readonly<Record<string, string>>) => {
  const { evidence } = await expectAnswer(await send(name, bytes, query), 201, joinedEvidenceSchema);
  return evidence.map(({ id }) => id);
};
const download = (id: string, as = key) => callApi(at(`/${id}/document`), { key: as });

describe("a document", () => {
  const bytes = signedDocument("le rapport annuel");
  let ids: readonly string[];

  beforeAll(async () => {
    ids = await join("rapport d’été (v2).pdf", bytes, {
      nodes: `${PILOT},${DATA},${PILOT}`,
      title: "Rapport annuel",
      day: "2026-03-12",
      note: "page 4",
    });
  });

  test("is joined to several actions and kept once, whoever sends it again", async () => {
    expect(ids).toHaveLength(2);
    await join("autre nom.pdf", bytes, { nodes: DATA, title: "Le même" });
    expect(await sql("SELECT sha256 FROM climate_file WHERE collectivity_id = $1", [own.id])).toHaveLength(1);
    const { joined } = await list(elected);
    expect(joined.filter(({ title }) => title === "Rapport annuel")).toEqual([
      expect.objectContaining({ id: ids[1], nodeId: DATA, day: "2026-03-12", note: "page 4", sizeBytes: bytes.length }),
      expect.objectContaining({ id: ids[0], nodeId: PILOT, kind: "document", fileName: "rapport d’été (v2).pdf" }),
    ]);
  });

  test("comes back as it was, to be saved and not opened", async () => {
    const response = await download(ids[0] as string, elected);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment; filename*=UTF-8''rapport%20d%E2%80%99%C3%A9t%C3%A9%20%28v2%29.pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });

  test("is nobody else's", async () => {
    await expectRefusal(await download(ids[0] as string, stranger), 404, "NOT_FOUND");
    await expectRefusal(await callApi(at(), { key: stranger }), 404, "NOT_FOUND");
    await expectRefusal(await download("inconnu"), 404, "NOT_FOUND");
    const other = await createTestCollectivity();
    const otherKey = await other.users.admin.key("write");
    await expectRefusal(await callApi(at(`/${ids[0]}/document`, other.id), { key: otherKey }), 404, "NOT_FOUND");
  });

  const query = { nodes: PILOT, title: "Preuve" };
  test.for<[string, string, Uint8Array<ArrayBuffer>, Readonly<Record<string, string>>, number, string]>([
    ["that is empty", "vide.pdf", new Uint8Array(), query, 400, "NO_FILE"],
    ["of more than 20 MB", "long.pdf", new Uint8Array(20_000_001), query, 413, "FILE_TOO_LARGE"],
    ["that is no PDF", "page.pdf", new Uint8Array(strToU8("<html>")), query, 422, "UNREADABLE_EVIDENCE"],
    ["that is an archive", "a.zip", new Uint8Array(zipSync({ a: strToU8("x") })), query, 422, "UNREADABLE_EVIDENCE"],
    ["without a title", "r.pdf", signedDocument(), { nodes: PILOT, title: " " }, 400, "INVALID_REQUEST"],
    ["of no action", "r.pdf", signedDocument(), { nodes: "", title: "Preuve" }, 400, "INVALID_REQUEST"],
    ["of an unknown action", "r.pdf", signedDocument(), { nodes: "cae_9.9", title: "Preuve" }, 422, "UNKNOWN_NODE"],
    ["of a measure", "r.pdf", signedDocument(), { nodes: "cae_3.1.1", title: "x" }, 422, "STATUS_ABOVE_SUB_ACTION"],
  ])("%s is refused", async ([, name, content, said, status, code]) => {
    const before = (await list()).joined.length;
    await expectRefusal(await send(name, content, said), status, code);
    expect((await list()).joined).toHaveLength(before);
  });

  test("may be sent by who writes, and by nobody else", async () => {
    await expectRefusal(await send("r.pdf", signedDocument(), query, elected), 403, "FORBIDDEN");
    await expectRefusal(await send("r.pdf", signedDocument(), query, stranger), 404, "NOT_FOUND");
    const reading = await own.users.officer.key("read");
    await expectRefusal(await send("r.pdf", signedDocument(), query, reading), 403, "READ_ONLY_KEY");
  });
});

describe("a proof", () => {
  const link = (fields: object = {}) =>
    callApi(at("/links"), {
      key,
      json: { nodes: [PILOT], title: "Délibération", url: "https://www.exemple.fr/d.pdf", ...fields },
    });
  const joinLink = async () => {
    const { evidence } = await expectAnswer(await link(), 201, joinedEvidenceSchema);
    return evidence[0]?.id as string;
  };
  const rename = (id: string, words: object) => callApi(at(`/${id}`), { key, method: "PUT", json: words });
  const remove = (id: string) => callApi(at(`/${id}/removal`), { key, json: {} });
  const found = async (id: string) => (await list()).joined.find((each) => each.id === id);

  test.for(["http://www.exemple.fr", "javascript:alert(1)", "https://a:b@exemple.fr"])(
    "is no link to %s",
    async (url) => {
      await expectRefusal(await link({ url }), 400, "INVALID_REQUEST");
    },
  );

  test("is renamed, and what was said before stays", async () => {
    const id = await joinLink();
    await expectAnswer(
      await rename(id, { title: "Délibération n° 12", day: "2026-03-12" }),
      200,
      climateEvidenceSchema,
    );
    expect(await found(id)).toMatchObject({ title: "Délibération n° 12", day: "2026-03-12", kind: "link" });
    await rename(id, { title: "Délibération n° 12", day: "2026-03-12" }); // says nothing new
    const versions = await sql("SELECT title FROM climate_evidence WHERE evidence_id = $1 ORDER BY created_at", [id]);
    expect(versions.map(({ title }) => title)).toEqual(["Délibération", "Délibération n° 12"]);
    const events = await sql("SELECT action, after FROM audit_event WHERE object_id = $1 ORDER BY at, id", [id]);
    expect(events).toEqual([
      { action: "join.climate_evidence", after: { nodeId: PILOT, kind: "link" } },
      { action: "update.climate_evidence", after: { nodeId: PILOT, fields: ["title", "day"] } },
    ]);
  });

  test("is joined to another action without being stored again", async () => {
    const [id] = await join("plan.pdf", signedDocument("plan"), { nodes: PILOT, title: "Plan" });
    const files = async () => (await sql("SELECT FROM climate_file WHERE collectivity_id = $1", [own.id])).length;
    const before = await files();
    const copied = await callApi(at(`/${id}/copies`), { key, json: { nodeId: DATA } });
    const { evidence } = await expectAnswer(copied, 201, joinedEvidenceSchema);
    expect(await files()).toBe(before);
    const copy = await download(evidence[0]?.id as string);
    expect(new Uint8Array(await copy.arrayBuffer())).toEqual(signedDocument("plan"));
    await expectRefusal(await callApi(at(`/${id}/copies`), { key, json: { nodeId: "cae_9" } }), 422, "UNKNOWN_NODE");
  });

  test("that is taken away stays in the snapshots taken before, with its document", async () => {
    const [id = ""] = await join("avant.pdf", signedDocument("avant"), { nodes: PILOT, title: "Avant" });
    await takeClimateSnapshot(own.id, own.users.officer.actor, "Avant l’audit");
    await expectAnswer(await remove(id), 200, climateEvidenceSchema);
    expect(await found(id)).toBeUndefined();
    await expectRefusal(await remove(id), 422, "UNKNOWN_EVIDENCE");
    await expectRefusal(await rename(id, { title: "Après" }), 422, "UNKNOWN_EVIDENCE");
    const [snapshot] = await listClimateSnapshots(own.id);
    expect(snapshot?.content.evidence?.joined).toContainEqual(expect.objectContaining({ id, title: "Avant" }));
    expect((await download(id)).status).toBe(200);
  });

  test("whose content is erased says so, and is gone from every action", async () => {
    const [id = "", twin = ""] = await join("nommé.pdf", signedDocument("nomme"), {
      nodes: `${PILOT},${DATA}`,
      title: "Nommé",
    });
    await purgeClimateEvidence(own.id, own.users.admin.actor, id);
    const lines = await sql<{ objectId: string; after: object }>(
      `SELECT object_id AS "objectId", after FROM audit_event
        WHERE collectivity_id = $1 AND action = 'purge.climate_evidence' ORDER BY after->>'nodeId' DESC`,
      [own.id],
    );
    expect(lines).toEqual([
      { objectId: id, after: { nodeId: PILOT } },
      { objectId: twin, after: { nodeId: DATA } },
    ]);
    await expectRefusal(await download(id), 410, "FILE_PURGED");
    expect([await found(id), await found(twin)]).toEqual([undefined, undefined]);
    const again = purgeClimateEvidence(own.id, own.users.admin.actor, id);
    await expect(again).rejects.toMatchObject({ code: "UNKNOWN_EVIDENCE" });
    const [back = ""] = await join("nommé.pdf", signedDocument("nomme"), { nodes: PILOT, title: "Revenu" });
    expect((await download(back)).status).toBe(200);
  });

  test("of another collectivity cannot be touched", async () => {
    const id = await joinLink();
    const other = await createTestCollectivity();
    const otherKey = await other.users.admin.key("write");
    const removal = await callApi(at(`/${id}/removal`, other.id), { key: otherKey, json: {} });
    await expectRefusal(removal, 422, "UNKNOWN_EVIDENCE");
    expect(await found(id)).toBeDefined();
  });
});

test("the figures of every operation are refreshed on demand", async () => {
  const operation = await createTestOperation(own);
  const figures = `/api/v1/collectivities/${own.id}/climate-plan/figures`;
  const answer = await callApi(figures, { key, json: {} });
  expect(await expectAnswer(answer, 201, refreshedFiguresSchema)).toEqual({ refreshed: 3 });
  const rows = (await list()).figures;
  expect(rows.map(({ nodeId, operation: of }) => [nodeId, of.id])).toEqual(
    [DATA, "cae_3.1.1.3.2", PILOT].map((nodeId) => [nodeId, operation.id]),
  );
  expect(rows[2]?.figures[0]).toEqual({ code: "settled_periods", unit: "count", value: 0, period: null });
});
