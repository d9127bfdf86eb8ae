import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import { listClimateAudits, listPlansAuditedBy } from "@/lib/data/climate-audits";
import { listPlanChanges } from "@/lib/data/climate-history";
import { purgeLabelRequest } from "@/lib/services/climate-plan/purge-label-request";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { startAudit } from "@/lib/services/climate-plan/start-audit";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { validateAudit } from "@/lib/services/climate-plan/validate-audit";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { signedDocument } from "../../support/signed-document";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TASK = "cae_3.1.1.5.2";

test("an auditor who is made a member during his audit neither reads, writes nor validates as one", async () => {
  const [plan, firm] = await Promise.all([createTestCollectivity(), createTestCollectivity("Un autre cabinet")]);
  const request = { star: 2, hasObjectivesContract: false, document: null };
  await insertLabelRequest(plan.id, plan.users.officer.actor, request);
  const { actor, id, email } = firm.users.officer;
  await startAudit(plan.id, plan.users.admin.actor, email);
  await sql(`INSERT INTO membership (collectivity_id, user_id, role) VALUES ($1, $2, 'officer')`, [plan.id, id]);
  expect(await listPlansAuditedBy(id)).toEqual([]);
  const status = setClimateStatuses(plan.id, actor, new Map([[TASK, { status: "done" as const }]]));
  await expect(status).rejects.toMatchObject({ code: "PLAN_UNDER_AUDIT" });
  await expect(validateAudit(plan.id, actor)).rejects.toMatchObject({ code: "AUDIT_STEP_REFUSED" });
});

test("a signed request is emptied for good, with a line in the history, and its name stays", async () => {
  const plan = await createTestCollectivity();
  const bytes = signedDocument("demande nominative");
  const document = { name: "demande d’étoile.pdf", bytes, sha256: createHash("sha256").update(bytes).digest() };
  const id = await insertLabelRequest(plan.id, plan.users.officer.actor, {
    star: 2,
    hasObjectivesContract: false,
    document,
  });
  const path = `/api/v1/collectivities/${plan.id}/climate-plan/audits/${id}/request`;
  const key = await plan.users.officer.key("read");
  const kept = await callApi(path, { key });
  expect(kept.status).toBe(200);
  expect(Object.fromEntries(kept.headers)).toMatchObject({
    "content-disposition": "attachment; filename*=UTF-8''demande%20d%E2%80%99%C3%A9toile.pdf",
    "cache-control": "private, no-store",
  });
  await purgeLabelRequest(plan.id, plan.users.admin.actor, id);
  expect((await callApi(path, { key })).status).toBe(404);
  expect(await listClimateAudits(plan.id)).toMatchObject([{ fileName: document.name }]);
  const lines = await sql(
    "SELECT object_id, after FROM audit_event WHERE collectivity_id = $1 AND action LIKE 'purge.%'",
    [plan.id],
  );
  expect(lines).toEqual([{ object_id: id, after: {} }]);
  const again = purgeLabelRequest(plan.id, plan.users.admin.actor, id);
  await expect(again).rejects.toMatchObject({ code: "UNKNOWN_EVIDENCE" });
});

test("the journal refers to a kept state by its id, the history shows its name", async () => {
  const plan = await createTestCollectivity();
  await takeClimateSnapshot(plan.id, plan.users.officer.actor, "Avant le départ de Mme Témoin");
  const rows = await sql("SELECT before, after FROM audit_event WHERE collectivity_id = $1", [plan.id]);
  expect(JSON.stringify(rows)).not.toContain("Témoin");
  const all = { nodeId: null, kind: null, actorId: null, from: null, toExclusive: null };
  const [change] = await listPlanChanges(plan.id, all, { before: null, limit: 1 });
  expect(change).toMatchObject({ kind: "snapshot", title: "Avant le départ de Mme Témoin" });
});
