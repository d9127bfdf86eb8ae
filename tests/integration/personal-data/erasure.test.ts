import { beforeAll, describe, expect, test } from "vitest";
import { findKeptFile } from "@/lib/data/kept-files";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findPerson } from "@/lib/data/personal-data";
import { DomainError } from "@/lib/domain/errors";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { readConsents } from "@/lib/services/consents/read-consents";
import { listPeriods } from "@/lib/services/list-periods";
import { eraseParticipant } from "@/lib/services/personal-data/erase-participant";
import { requestErasure } from "@/lib/services/personal-data/request-erasure";
import { exportAnnex2 } from "@/lib/services/registry/export-annex-2";
import { readEligibility } from "@/lib/services/registry/read-eligibility";
import { findRun } from "@/lib/services/runs/find-run";
import { listRuns } from "@/lib/services/runs/list-runs";
import { readRunSeries } from "@/lib/services/runs/read-run-series";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import {
  createFormerResident,
  type FormerResident,
  JANUARY,
  KEPT_UNTIL,
  LEFT_ON,
  RESIDENT,
} from "../../support/former-resident";
import { importTestFiles } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";
import { listTextsOfOperation } from "../../support/texts-of-operation";

const sql = connectTestSql();
const BEFORE_END = addDays(KEPT_UNTIL, -1);

let collectivity: TestCollectivity;
beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

const actor = () => collectivity.users.officer.actor;
const request = ({ operation, participantId }: FormerResident, today = BEFORE_END) =>
  requestErasure(operation.id, actor(), participantId, today);
const erase = ({ operation, participantId }: FormerResident, today = KEPT_UNTIL) =>
  eraseParticipant(operation.id, actor(), participantId, { today, unboundToo: false });

/** Everywhere a text stands in the rows and kept files of the operation, as `table.column`. */
async function placesOf({ operation }: FormerResident, text: string) {
  const found = await listTextsOfOperation(sql, operation.id, text);
  return found.sort();
}

describe("asked before the time is over", () => {
  test("what need not be kept goes at once, the rest stays until its day", async () => {
    const resident = await createFormerResident(collectivity, sql);
    expect(await request(resident)).toEqual({ status: "restricted", endDay: KEPT_UNTIL });
    const person = await findPerson(resident.operation.id, resident.participantId);
    expect(person).toMatchObject({
      name: RESIDENT.name,
      address: RESIDENT.address,
      email: null,
      phone: null,
      restrictedAt: expect.any(Date),
      erasedAt: null,
      points: [{ prm: resident.prm, latitudeDegrees: null, longitudeDegrees: null }],
      consents: [{ withdrawalNote: null, sha256: resident.consentSha256 }],
    });
    const listed = (await listMeteringPoints(resident.operation.id)).find(({ prm }) => prm === resident.prm);
    expect(listed).toMatchObject({ name: "Données restreintes", participantName: "Données restreintes" });
    const { recorded } = await readConsents(resident.operation.id, BEFORE_END);
    expect(recorded).toMatchObject([
      { participantName: "Données restreintes", document: { name: "Données restreintes" } },
    ]);
    const { points } = await readEligibility(resident.operation.id, JANUARY);
    expect(points.find(({ prm }) => prm === resident.prm)).toMatchObject({ name: "Données restreintes" });
    await request(resident); // twice is once
    const events = await sql(
      "SELECT action, after FROM audit_event WHERE object_id = $1 AND action = 'restrict.participant'",
      [resident.participantId],
    );
    expect(events).toEqual([
      { action: "restrict.participant", after: { fields: ["email", "phone", "withdrawalNote", "coordinates"] } },
    ]);
    expect(await erase(resident, BEFORE_END)).toEqual({ status: "kept" });
  });

  test("who still takes part is told to leave first, and nothing changes", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const asked = request(resident, addDays(LEFT_ON, -1));
    await expect(asked).rejects.toThrow(DomainError);
    await expect(asked).rejects.toMatchObject({ code: "STILL_PARTICIPATING" });
    expect(await findPerson(resident.operation.id, resident.participantId)).toMatchObject({
      email: RESIDENT.email,
      restrictedAt: null,
    });
  });

  test("a legal body loses how to reach its people, never its name", async () => {
    const operation = await createTestOperation(collectivity);
    const [row] = await sql<{ id: string; name: string }>("SELECT id, name FROM participant WHERE operation_id = $1", [
      operation.id,
    ]);
    const today = civilDate("2040-01-01");
    const id = row?.id ?? "";
    expect(await requestErasure(operation.id, actor(), id, today)).toEqual({ status: "contact_erased" });
    expect(await findPerson(operation.id, id)).toMatchObject({ name: row?.name, email: null, restrictedAt: null });
    expect(await eraseParticipant(operation.id, actor(), id, { today, unboundToo: true })).toEqual({ status: "kept" });
  });

  test("somebody unknown is not there", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const other = await createTestOperation(collectivity);
    expect(await requestErasure(other.id, actor(), resident.participantId, KEPT_UNTIL)).toBeNull();
    expect(await erase({ ...resident, operation: other })).toEqual({ status: "kept" });
  });
});

describe("asked once the time is over", () => {
  test("nothing in the operation's rows and files names the person any more", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const { name, email, phone, address } = RESIDENT;
    const texts = [resident.prm, name, email, phone, address, "Durand"];
    for (const text of texts) expect(await placesOf(resident, text)).not.toEqual([]);
    expect(await request(resident, KEPT_UNTIL)).toEqual({ status: "erased" });
    for (const text of texts) expect({ text, places: await placesOf(resident, text) }).toEqual({ text, places: [] });
    const person = await findPerson(resident.operation.id, resident.participantId);
    expect(person).toMatchObject({
      name: "Participant effacé",
      erasedAt: expect.any(Date),
      points: [{ prm: expect.stringMatching(/^E\d{13}$/), name: "Site effacé", meterNumber: null }],
      consents: [{ givenDay: "2019-12-15", withdrawnDay: "2020-01-20", fileName: null, sha256: null }],
    });
    const [attachment] = await sql("SELECT prm FROM attachment WHERE operation_id = $1 AND metering_point_id = $2", [
      resident.operation.id,
      resident.meteringPointId,
    ]);
    expect(attachment).toEqual({ prm: person?.points[0]?.prm });
    await expect(request(resident, KEPT_UNTIL)).rejects.toMatchObject({ code: "ALREADY_ERASED" });
  });

  test("the other participants keep their curves and their files", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const days = () =>
      sql(
        `SELECT metering_point_id, day::text, encode(energy_wh, 'hex') FROM load_curve_day
          WHERE operation_id = $1 AND metering_point_id <> $2 ORDER BY 1, 2`,
        [resident.operation.id, resident.meteringPointId],
      );
    const before = await days();
    expect(before).toHaveLength(93);
    await request(resident, KEPT_UNTIL);
    expect(await days()).toEqual(before);
    const kept = await sql<{ name: string }>(
      `SELECT f.name FROM measure_import_file f JOIN kept_file k USING (operation_id, sha256)
        WHERE f.operation_id = $1 AND k.purged_at IS NULL`,
      [resident.operation.id],
    );
    expect(kept).toHaveLength(3);
  });

  test("runs, periods and the annexe 2 of those days still read, without her", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const { operation } = resident;
    const [summary] = await listRuns(operation.id);
    const before = await findRun(operation.id, summary?.id ?? "");
    const periodsBefore = await listPeriods(operation, civilDate("2020-03-15"));
    await request(resident, KEPT_UNTIL);
    const after = await findRun(operation.id, summary?.id ?? "");
    const figures = (run: typeof before) =>
      run?.consumers.map(({ withdrawalWh, selfConsumedWh }) => [withdrawalWh, selfConsumedWh]).sort();
    expect(figures(after)).toEqual(figures(before));
    const erased = after?.consumers.find(({ name }) => name === "Site effacé");
    expect(erased).toMatchObject({ participantName: "Participant effacé", prm: expect.stringMatching(/^E\d{13}$/) });
    const series = await readRunSeries(operation.id, summary?.id ?? "", { prm: erased?.prm });
    expect(series?.consumers).toHaveLength(1);
    const states = (periods: typeof periodsBefore) => periods.map(({ period, state }) => [period.from, state]);
    const periodsAfter = await listPeriods(operation, civilDate("2020-03-15"));
    expect(states(periodsAfter).at(-1)?.[0]).toBe(JANUARY);
    expect(["settled", "to_recompute"]).toContain(states(periodsAfter).at(-1)?.[1]);
    await expect(exportAnnex2(operation, JANUARY, LEFT_ON)).resolves.toMatchObject({ name: expect.any(String) });
  });

  test("a purged file says so, and is kept again when it is sent again", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const { operation, archive } = resident;
    await request(resident, KEPT_UNTIL);
    expect(await findKeptFile(operation.id, resident.consentSha256)).toEqual({
      kind: "purged",
      purgedAt: expect.any(Date),
    });
    const [consent] = await sql<{ id: string }>("SELECT id FROM consent WHERE operation_id = $1", [operation.id]);
    const path = `/api/v1/operations/${operation.accNumber}/consents/${consent?.id}/document`;
    const key = await collectivity.users.officer.key("write");
    await expectRefusal(await callApi(path, { key }), 410, "FILE_PURGED");
    await importTestFiles(operation, [archive]); // refused, since nobody has this PRM; received all the same
    const [file] = await sql<{ sha256: string }>(
      "SELECT encode(sha256, 'hex') AS sha256 FROM measure_import_file WHERE operation_id = $1 AND name = $2 LIMIT 1",
      [operation.id, archive.name],
    );
    const again = await findKeptFile(operation.id, file?.sha256 ?? "");
    expect(again?.kind === "kept" && Buffer.from(again.bytes).equals(archive.bytes)).toBe(true);
  });

  test("a document that others rest on stays for them", async () => {
    const resident = await createFormerResident(collectivity, sql);
    const { operation, participantId } = resident;
    await sql(
      `INSERT INTO consent (operation_id, id, participant_id, kind, given_day, participation, curve_collection,
         supplier_transmission, organiser_transmission, file_name, sha256)
       SELECT c.operation_id, gen_random_uuid(), p.id, 'agreement', c.given_day, true, true, true, true, 'tous.pdf', c.sha256
         FROM consent c, participant p
        WHERE c.operation_id = $1 AND c.participant_id = $2 AND p.operation_id = $1 AND p.id <> $2`,
      [operation.id, participantId],
    );
    await request(resident, KEPT_UNTIL);
    expect(await findKeptFile(operation.id, resident.consentSha256)).toMatchObject({ kind: "kept" });
  });
});

test("the trail of it all names nobody", async () => {
  const resident = await createFormerResident(collectivity, sql);
  await request(resident);
  await request(resident, KEPT_UNTIL);
  const rows = await sql<{ text: string }>(
    "SELECT to_jsonb(e)::text AS text FROM audit_event e WHERE operation_id = $1",
    [resident.operation.id],
  );
  expect(rows.length).toBeGreaterThan(8);
  const trail = rows.map(({ text }) => text).join("\n");
  const emails = Object.values(collectivity.users).map(({ email }) => email);
  for (const text of [resident.prm, ...Object.values(RESIDENT), "Durand", "Personne des tests", ...emails]) {
    expect(trail).not.toContain(text);
  }
});
