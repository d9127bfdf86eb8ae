import { beforeAll, describe, expect, test, vi } from "vitest";
import { closeAuditAction, startAuditAction, validateAuditAction } from "@/app/(espace)/plan-climat/audit/actions";
import { takeSnapshotAction } from "@/app/(espace)/plan-climat/instantanes/actions";
import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import { listClimateSnapshotHeads } from "@/lib/data/climate-snapshots";
import { readLabelCycle } from "@/lib/services/climate-plan/read-label-cycle";
import { createTestCollectivity, type TestCollectivity, type TestUser } from "../../support/create-test-collectivity";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

let own: TestCollectivity;
let stranger: TestCollectivity;
let auditor: TestUser;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
  auditor = stranger.users.officer;
  const asking = { star: 2, hasObjectivesContract: false, document: null };
  await insertLabelRequest(own.id, own.users.officer.actor, asking);
});

type Action = typeof startAuditAction;

async function send(action: Action, fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ collectivity: own.id, ...fields })) form.append(name, value);
  return action({ status: "idle" }, form);
}
const as = async (user: TestUser) => {
  request.headers = new Headers({ cookie: await user.cookie() });
};
describe.sequential("the cycle", () => {
  test("is moved by an administrator only", async () => {
    await as(own.users.officer);
    expect(await send(startAuditAction, { email: auditor.email })).toMatchObject({ code: "FORBIDDEN" });
    expect(await send(closeAuditAction, { reason: "Pour voir" })).toMatchObject({ code: "FORBIDDEN" });
    await as(own.users.admin);
    const wrong = await send(startAuditAction, { email: "personne@exemple.fr" });
    expect(wrong).toMatchObject({
      code: "UNKNOWN_AUDITOR",
      fieldErrors: { email: [expect.stringContaining("compte")] },
    });
    expect(await send(startAuditAction, { email: "pas une adresse" })).toMatchObject({ code: "INVALID_REQUEST" });
    expect(await send(startAuditAction, { email: auditor.email })).toMatchObject({ status: "done" });
  });

  test("is validated by its auditor only, who does not close it", async () => {
    await as(own.users.admin);
    expect(await send(validateAuditAction)).toMatchObject({ code: "FORBIDDEN" });
    await as(auditor);
    expect(await send(closeAuditAction, { reason: "Pour voir" })).toMatchObject({ code: "FORBIDDEN" });
    expect(await send(takeSnapshotAction, { name: "Juin" })).toMatchObject({ code: "FORBIDDEN" });
    await expect(send(validateAuditAction)).rejects.toThrow("NEXT_REDIRECT");
    expect(await readLabelCycle(own.id)).toBe("audit_validated");
    expect(await send(validateAuditAction)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("is closed with a reason", async () => {
    await as(own.users.admin);
    expect(await send(closeAuditAction, { reason: " " })).toMatchObject({
      fieldErrors: { reason: ["Dites pourquoi"] },
    });
    expect(await send(closeAuditAction, { reason: "Étoile suivante" })).toMatchObject({ status: "done" });
    await as(own.users.officer);
    expect(await send(takeSnapshotAction, { name: "" })).toMatchObject({ fieldErrors: { name: [expect.any(String)] } });
    expect(await send(takeSnapshotAction, { name: "Juin", reason: "Conseil" })).toMatchObject({ status: "done" });
    expect((await listClimateSnapshotHeads(own.id))[0]).toMatchObject({ name: "Juin", reason: "Conseil" });
  });
});
