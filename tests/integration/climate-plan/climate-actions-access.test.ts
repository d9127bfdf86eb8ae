import { beforeAll, describe, expect, test, vi } from "vitest";
import { saveNotesAction, saveStatusesAction } from "@/app/(espace)/plan-climat/mesures/[mesure]/actions";
import { saveProfileAction } from "@/app/(espace)/plan-climat/personnalisation/actions";
import { listClimateNotes } from "@/lib/data/climate-notes";
import { findClimateProfile } from "@/lib/data/climate-profiles";
import { listClimateStatuses } from "@/lib/data/climate-statuses";
import type { SaveNotes, SaveStatuses } from "@/lib/schemas/climate-plan";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";

const request = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

let own: TestCollectivity;

beforeAll(async () => {
  own = await createTestCollectivity();
});

const statuses: SaveStatuses["statuses"] = [["cae_3.1.1.5.2", { status: "done" }]];
const notes: SaveNotes["notes"] = [["cae_3.1.1.5.2", { explanation: "Trois toitures." }]];
function sendProfile(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ collectivity: own.id, ...fields })) form.append(name, value);
  return saveProfileAction({ status: "idle" }, form);
}

describe("an officer", () => {
  beforeAll(async () => {
    request.headers = new Headers({ cookie: await own.users.officer.cookie() });
  });

  test("may", async () => {
    expect(await saveStatusesAction({ collectivity: own.id, statuses })).toMatchObject({ status: "done" });
    expect(await listClimateStatuses(own.id)).toEqual(new Map([["cae_3.1.1.5.2", { status: "done" }]]));
  });

  test("may say something of an action, and is told what is no day", async () => {
    expect(await saveNotesAction({ collectivity: own.id, notes })).toMatchObject({ status: "done" });
    expect((await listClimateNotes(own.id)).get("cae_3.1.1.5.2")?.explanation).toBe("Trois toitures.");
    const wrong: SaveNotes["notes"] = [["cae_3.1.1.5.2", { dueDay: "2027-02-30" }]];
    expect(await saveNotesAction({ collectivity: own.id, notes: wrong })).toMatchObject({ status: "failed" });
  });

  test("is told what cannot be answered", async () => {
    const wrong: SaveStatuses["statuses"] = [["cae_3.1.1", { status: "done" }]];
    const state = await saveStatusesAction({ collectivity: own.id, statuses: wrong });
    expect(state).toMatchObject({ status: "failed", code: "STATUS_ABOVE_SUB_ACTION" });
  });

  test("says what the collectivity is, and is told what is no number", async () => {
    const refused = await sendProfile({ population: "beaucoup" });
    expect(refused).toMatchObject({
      status: "failed",
      fieldErrors: { population: [expect.stringContaining("entier")] },
    });
    const fields = { kind: "commune", population: "2 140", question_AOD_elec: "no", question_AOD_gaz: "" };
    expect(await sendProfile(fields)).toMatchObject({ status: "done" });
    expect(await findClimateProfile(own.id)).toEqual({
      kind: "commune",
      population: 2140,
      isOverseas: false,
      answers: new Map([["AOD_elec", false]]),
    });
  });
});
