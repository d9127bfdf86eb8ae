import { beforeAll, describe, expect, test } from "vitest";
import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import { listClimateAudits, listPlansAuditedBy } from "@/lib/data/climate-audits";
import { insertClimateEvidence } from "@/lib/data/climate-evidence-writing";
import { insertClimateFigures } from "@/lib/data/climate-figures";
import { findClimateSnapshot, listClimateSnapshotHeads } from "@/lib/data/climate-snapshots";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { Actor } from "@/lib/data/scope";
import { answerClimateProfile } from "@/lib/services/climate-plan/answer-climate-profile";
import { closeAudit } from "@/lib/services/climate-plan/close-audit";
import { importClimateReferential } from "@/lib/services/climate-plan/import-climate-referential";
import { readLabelCycle } from "@/lib/services/climate-plan/read-label-cycle";
import { requestLabel } from "@/lib/services/climate-plan/request-label";
import { setClimateNotes } from "@/lib/services/climate-plan/set-climate-notes";
import { setClimateStatuses } from "@/lib/services/climate-plan/set-climate-statuses";
import { startAudit } from "@/lib/services/climate-plan/start-audit";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import { validateAudit } from "@/lib/services/climate-plan/validate-audit";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";
import { caeMarkdown } from "../../support/referential-markdown";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const TASK = "cae_3.1.1.5.2";

let commune: TestCollectivity;
let elsewhere: TestCollectivity;
let auditor: TestUser;

beforeAll(async () => {
  [commune, elsewhere] = await Promise.all([createTestCollectivity(), createTestCollectivity("Cabinet d’audit")]);
  auditor = elsewhere.users.officer;
});

const ask = () =>
  insertLabelRequest(commune.id, commune.users.officer.actor, {
    star: 2,
    hasObjectivesContract: false,
    document: null,
  });

/** Everything that is written of a plan, whatever of it an audit leaves open. */
const ANSWERS: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
  "a status": (actor) => setClimateStatuses(commune.id, actor, new Map([[TASK, { status: "done" as const }]])),
  "a note": (actor) => setClimateNotes(commune.id, actor, new Map([[TASK, { explanation: `Vu : ${Math.random()}.` }]])),
};
const OTHERS: typeof ANSWERS = {
  "what the collectivity is": (actor) =>
    answerClimateProfile(commune.id, actor, { kind: "commune", population: 10, isOverseas: false, answers: new Map() }),
  "the text of the referential": (actor) => {
    const files = caeMarkdown().filter(({ name }) => /\/3(?:\.1\.1)?\.md$/.test(name));
    return importClimateReferential(commune.id, actor, files, false);
  },
  "a state to keep": (actor) => takeClimateSnapshot(commune.id, actor, "Pendant l’audit"),
  "a proof": (actor) =>
    insertClimateEvidence(
      commune.id,
      actor,
      [TASK],
      { title: "Délibération", day: null, note: null },
      {
        kind: "link",
        url: "https://exemple.fr",
      },
    ),
  "figures of an operation": (actor) => insertClimateFigures(commune.id, actor, []),
};
const EVERYTHING = Object.entries({ ...ANSWERS, ...OTHERS });
const MEMBERS = ["admin", "officer", "elected"] as const;

const countRows = async () => {
  const rows = await sql<{ count: number }>(
    `SELECT (SELECT count(*) FROM climate_status WHERE collectivity_id = $1)
          + (SELECT count(*) FROM climate_note WHERE collectivity_id = $1)
          + (SELECT count(*) FROM climate_evidence WHERE collectivity_id = $1)
          + (SELECT count(*) FROM climate_referential WHERE collectivity_id = $1)
          + (SELECT count(*) FROM climate_profile WHERE collectivity_id = $1)
          + (SELECT count(*) FROM climate_snapshot WHERE collectivity_id = $1)
          + (SELECT count(*) FROM audit_event WHERE collectivity_id = $1) AS count`,
    [commune.id],
  );
  return Number(rows[0]?.count);
};

describe.sequential("from the request to the end of an audit", () => {
  test("what a star asks is checked before it is asked for", async () => {
    const { actor } = commune.users.officer;
    const asking = { star: 1, hasObjectivesContract: true };
    await expect(requestLabel(commune.id, actor, asking, null)).rejects.toMatchObject({
      code: "LABEL_REQUEST_REFUSED",
      details: { refusal: "INCOMPLETE" },
    });
    const notPdf = { name: "demande.pdf", bytes: new TextEncoder().encode("pas un PDF") };
    await expect(requestLabel(commune.id, actor, asking, notPdf)).rejects.toMatchObject({
      code: "UNREADABLE_DOCUMENT",
    });
    expect(await listClimateAudits(commune.id)).toEqual([]);
  });

  test("one request at a time; everybody writes as before", async () => {
    await ask();
    expect(await readLabelCycle(commune.id)).toBe("requested");
    await expect(ask()).rejects.toMatchObject({ code: "AUDIT_STEP_REFUSED" });
    await ANSWERS["a status"]?.(commune.users.officer.actor);
    await OTHERS["a state to keep"]?.(commune.users.officer.actor);
    await expect(
      sql(
        `INSERT INTO climate_audit (id, collectivity_id, star, has_objectives_contract) VALUES (gen_random_uuid(), $1, 1, false)`,
        [commune.id],
      ),
    ).rejects.toThrow("climate_audit_one_open");
  });

  test("nobody validates what has not started, and no member audits himself", async () => {
    await expect(validateAudit(commune.id, auditor.actor)).rejects.toMatchObject({ code: "AUDIT_STEP_REFUSED" });
    const { actor } = commune.users.admin;
    await expect(startAudit(commune.id, actor, "personne@exemple.fr")).rejects.toMatchObject({
      code: "UNKNOWN_AUDITOR",
    });
    const own = commune.users.elected.email;
    await expect(startAudit(commune.id, actor, own)).rejects.toMatchObject({ code: "AUDITOR_IS_MEMBER" });
    expect(await listPlansAuditedBy(auditor.id)).toEqual([]);
  });

  test("the start keeps the plan as the auditor finds it", async () => {
    await startAudit(commune.id, commune.users.admin.actor, auditor.email.toUpperCase());
    expect(await readLabelCycle(commune.id)).toBe("audit_under_way");
    const [audit] = await listClimateAudits(commune.id);
    expect(audit).toMatchObject({ auditorId: auditor.id, validatedAt: null, closedAt: null });
    const kept = await findClimateSnapshot(commune.id, audit?.startSnapshotId ?? "");
    expect(kept).toMatchObject({ name: "Avant l’audit", content: { statuses: { [TASK]: { status: "done" } } } });
    expect(await listPlansAuditedBy(auditor.id)).toEqual([
      { collectivityId: commune.id, collectivityName: "Commune des tests" },
    ]);
    await expect(startAudit(commune.id, commune.users.admin.actor, auditor.email)).rejects.toMatchObject({
      code: "AUDIT_STEP_REFUSED",
    });
  });

  test.for(MEMBERS.flatMap((role) => EVERYTHING.map(([what, write]) => ({ role, what, write }))))(
    "the $role of the collectivity no longer writes $what",
    async ({ role, write }) => {
      const before = await countRows();
      await expect(write(commune.users[role].actor)).rejects.toMatchObject({ code: "PLAN_UNDER_AUDIT" });
      expect(await countRows()).toBe(before);
    },
  );

  test.for(Object.entries(ANSWERS))("the auditor writes %s", async ([, write]) => {
    const before = await countRows();
    if (write === ANSWERS["a status"])
      await setClimateStatuses(commune.id, auditor.actor, new Map([[TASK, { status: "planned" }]]));
    else await write(auditor.actor);
    expect(await countRows()).toBeGreaterThan(before);
  });

  test.for(Object.entries(OTHERS))("the auditor does not write %s", async ([, write]) => {
    await expect(write(auditor.actor)).rejects.toMatchObject({ code: "PLAN_UNDER_AUDIT" });
  });

  test("the installation itself does not write either", async () => {
    const installation: Actor = { userId: null, via: "cli" };
    await expect(ANSWERS["a status"]?.(installation)).rejects.toMatchObject({ code: "PLAN_UNDER_AUDIT" });
  });

  test("the database refuses it too, whatever the application does", async () => {
    const insert = (author: string | null) =>
      sql(
        `INSERT INTO climate_status (id, collectivity_id, node_id, status, answered_by) VALUES (gen_random_uuid(), $1, 'cae_3.1.1.9', 'done', $2)`,
        [commune.id, author],
      );
    await expect(insert(commune.users.admin.id)).rejects.toThrow("under audit");
    await expect(insert(null)).rejects.toThrow("under audit");
    await expect(sql("INSERT INTO climate_profile (collectivity_id) VALUES ($1)", [commune.id])).rejects.toThrow(
      "under audit",
    );
  });

  test("only the auditor validates; the plan as he leaves it is kept in the same transaction", async () => {
    await expect(validateAudit(commune.id, commune.users.admin.actor)).rejects.toMatchObject({
      code: "AUDIT_STEP_REFUSED",
    });
    await validateAudit(commune.id, auditor.actor);
    expect(await readLabelCycle(commune.id)).toBe("audit_validated");
    const [audit] = await listClimateAudits(commune.id);
    const kept = await findClimateSnapshot(commune.id, audit?.validationSnapshotId ?? "");
    expect(kept).toMatchObject({ name: "Après l’audit", authorId: auditor.id });
    expect(kept?.content.statuses).toEqual(Object.fromEntries(await listClimateStatuses(commune.id)));
    expect(await listPlansAuditedBy(auditor.id)).toEqual([]);
  });

  test.for(EVERYTHING)("then nobody writes %s", async ([, write]) => {
    for (const user of [...MEMBERS.map((role) => commune.users[role]), auditor]) {
      await expect(write(user.actor)).rejects.toMatchObject({ code: "PLAN_AUDITED" });
    }
  });

  test("what was kept and what was dated does not change", async () => {
    const change = (statement: string) => sql(`${statement} WHERE collectivity_id = $1`, [commune.id]);
    await expect(change("UPDATE climate_snapshot SET name = 'Autre'")).rejects.toThrow("append-only");
    await expect(change("DELETE FROM climate_snapshot")).rejects.toThrow("append-only");
    await expect(change("UPDATE climate_audit SET validated_at = now()")).rejects.toThrow("only goes forward");
    await expect(change("DELETE FROM climate_audit")).rejects.toThrow("append-only");
  });

  test("an administrator reopens the plan, saying why; the roles count again", async () => {
    await closeAudit(commune.id, commune.users.admin.actor, "Une délibération manquait.");
    expect(await readLabelCycle(commune.id)).toBe("not_requested");
    for (const [, write] of EVERYTHING) await write(commune.users.officer.actor);
    const [audit] = await listClimateAudits(commune.id);
    expect(audit).toMatchObject({ closeReason: "Une délibération manquait." });
    await expect(closeAudit(commune.id, commune.users.admin.actor, "Encore")).rejects.toMatchObject({
      code: "AUDIT_STEP_REFUSED",
    });
  });

  test("each step is in the journal, by id", async () => {
    const rows = await sql<{ action: string; before: unknown; after: unknown }>(
      `SELECT action, after FROM audit_event WHERE collectivity_id = $1 AND object_type = 'climate_audit' ORDER BY at, id`,
      [commune.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      "request.climate_audit",
      "start.climate_audit",
      "validate.climate_audit",
      "reopen.climate_audit",
    ]);
    expect(JSON.stringify(rows)).not.toContain("@");
    expect(rows[1]).toMatchObject({ after: { auditorId: auditor.id } });
  });
});

test("a cancelled audit ends the access of its auditor", async () => {
  await ask();
  await startAudit(commune.id, commune.users.admin.actor, auditor.email);
  expect(await listPlansAuditedBy(auditor.id)).toHaveLength(1);
  await closeAudit(commune.id, commune.users.admin.actor, "Auditeur empêché.");
  expect(await listPlansAuditedBy(auditor.id)).toEqual([]);
  expect((await listClimateSnapshotHeads(commune.id))[0]).toMatchObject({ name: "Avant l’audit" });
});

test("a plan that is written to while an audit starts is kept as it then is", async () => {
  await ask();
  const busy = setClimateStatuses(
    commune.id,
    commune.users.officer.actor,
    new Map([["cae_3.1.1.1", { status: "done" }]]),
  );
  await Promise.all([startAudit(commune.id, commune.users.admin.actor, auditor.email), busy.catch(() => null)]);
  const [audit] = await listClimateAudits(commune.id);
  const kept = await findClimateSnapshot(commune.id, audit?.startSnapshotId ?? "");
  expect(kept?.content.statuses).toEqual(Object.fromEntries(await listClimateStatuses(commune.id)));
});
