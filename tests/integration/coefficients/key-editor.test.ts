import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { saveKeyDraftAction } from "@/app/(espace)/operations/[operation]/coefficients/editeur/actions";
import { listKeyVersions } from "@/lib/data/coefficient-versions";
import { civilDate } from "@/lib/domain/time/civil-date";
import { moveKey } from "@/lib/services/coefficients/move-key";
import { readKeyEditor } from "@/lib/services/coefficients/read-key-editor";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { addTestPoint, decideTestStays } from "../../support/registry-by-hand";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));

const DAY = civilDate("2026-06-15");

let own: TestCollectivity;
let stranger: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  [own, stranger] = await Promise.all([createTestCollectivity(), createTestCollectivity("Une autre commune")]);
});

beforeEach(async () => {
  operation = await createTestOperation(own, { key: { Mairie: 400_000, École: 600_000 } });
  request.headers = new Headers({ cookie: await own.users.officer.cookie() });
});

const id = (name: string) => operation.point(name).id;

function draftForm(fields: Readonly<Record<string, string>> = {}, shares?: Readonly<Record<string, number>>): FormData {
  const form = new FormData();
  const all = {
    ...{ operation: operation.sheet.slug, draft: "", kind: "static", from: "2026-09-01", unitPpm: "100", reason: "" },
    ...fields,
    shares: JSON.stringify(shares ?? { [id("Mairie")]: 250_000, [id("École")]: 750_000 }),
  };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}

const save = (form: FormData, draftId?: string) => saveKeyDraftAction({ status: "idle", draftId }, form);
const fieldErrors = (state: Awaited<ReturnType<typeof save>>) => (state.status === "failed" ? state.fieldErrors : {});

describe("what the editor begins with", () => {
  test("the key in force, for everybody who consumes or is going to", async () => {
    await addTestPoint(operation, { day: "2026-12-01", details: { name: "Maison", surfaceM2: 120 } });
    const editor = await readKeyEditor(operation.id, DAY, undefined);
    expect(editor).toMatchObject({ inForceKind: "static", draft: null, lostPpm: 0 });
    expect(editor.rows.map(({ name, ppm, from, surfaceM2 }) => [name, ppm, from, surfaceM2])).toEqual([
      ["École", 600_000, "2026-03-01", null],
      ["Mairie", 400_000, "2026-03-01", null],
      ["Maison", 0, "2026-12-01", 120],
    ]);
  });

  test("says what went to who has left", async () => {
    const cause = "organiser";
    await decideTestStays(operation, operation.point("École").prm, {
      kind: "exit",
      day: civilDate("2026-06-01"),
      cause,
    });
    const editor = await readKeyEditor(operation.id, DAY, undefined);
    expect(editor.rows.map(({ name }) => name)).toEqual(["Mairie"]);
    expect(editor.lostPpm).toBe(600_000);
  });

  test("a draft, until it is given up; never somebody else's", async () => {
    const { draftId } = await save(draftForm({ reason: "Essai", unitPpm: "10000" }));
    const editor = await readKeyEditor(operation.id, DAY, draftId);
    expect(editor.draft).toMatchObject({ id: draftId, from: "2026-09-01", reason: "Essai", unitPpm: 10_000 });
    expect(editor.rows.map(({ ppm }) => ppm)).toEqual([750_000, 250_000]);

    const other = await createTestOperation(stranger);
    await expect(readKeyEditor(other.id, DAY, draftId)).rejects.toMatchObject({ code: "UNKNOWN_KEY" });
    await expect(readKeyEditor(operation.id, DAY, randomUUID())).rejects.toMatchObject({ code: "UNKNOWN_KEY" });
    await moveKey(operation.id, own.users.officer.actor, draftId as string, "give_up");
    await expect(readKeyEditor(operation.id, DAY, draftId)).rejects.toMatchObject({ code: "KEY_MOVE_REFUSED" });
  });
});

describe("saving", () => {
  test("makes a draft once, then writes it over", async () => {
    const first = await save(draftForm());
    const second = await save(draftForm({ draft: first.draftId as string, reason: "Plus juste" }), first.draftId);
    expect([first.status, second.status, second.draftId]).toEqual(["done", "done", first.draftId]);
    const [draft, inForce, ...others] = await listKeyVersions(operation.id);
    expect(draft).toMatchObject({ id: first.draftId, progress: "draft", reason: "Plus juste", unitPpm: 100 });
    expect(inForce?.progress).toBe("sent");
    expect(others).toEqual([]);
  });

  test("keeps no share of a default key", async () => {
    const { draftId } = await save(draftForm({ kind: "default" }));
    const [draft] = await listKeyVersions(operation.id);
    expect(draft).toMatchObject({ id: draftId, kind: "default" });
    expect(draft?.ppmByConsumer.size).toBe(0);
  });

  test.for([
    { name: "too much", shares: () => ({ [id("Mairie")]: 600_000, [id("École")]: 400_001 }), says: "dépasse 100 %" },
    { name: "nothing", shares: () => ({ [id("Mairie")]: 0 }), says: "au moins un consommateur" },
    { name: "finer than the precision", shares: () => ({ [id("Mairie")]: 333_333 }), says: "précision" },
  ])("refuses shares that are $name", async ({ shares, says }) => {
    const state = await save(draftForm({}, shares()));
    expect(fieldErrors(state).shares?.join()).toContain(says);
  });

  test.for([
    ["from", "demain"],
    ["unitPpm", "7"],
    ["kind", "dynamic_simple"],
    ["reason", "a".repeat(501)],
  ])("refuses %s as %j", async ([field, value]) => {
    expect(Object.keys(fieldErrors(await save(draftForm({ [field as string]: value as string }))))).toContain(field);
  });

  test("takes three times 33,33 and 0,01", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-03-01", details: { name: "Maison" } });
    await addTestPoint(operation, { day: "2026-03-01", details: { name: "Atelier" } });
    const { rows } = await readKeyEditor(operation.id, DAY, undefined);
    const shares = Object.fromEntries(rows.map((row) => [row.id, row.prm === prm ? 100 : 333_300]));
    expect((await save(draftForm({}, shares))).status).toBe("done");
    const [draft] = await listKeyVersions(operation.id);
    expect([...(draft?.ppmByConsumer.values() ?? [])].reduce((sum, ppm) => sum + ppm, 0)).toBe(1_000_000);
  });
});
