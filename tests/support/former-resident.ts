import { createHash } from "node:crypto";
import { insertKeptFile } from "@/lib/data/kept-files";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { inTransaction } from "@/lib/data/pg";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { writeArchive } from "@/lib/formats/archive/write-archive";
import { annex2File, applyTestAnnex2 } from "./annex-2-file";
import type { TestCollectivity } from "./create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "./create-test-operation";
import { importTestFiles, namedCurveFile } from "./import-test-files";
import { settleTestPeriod } from "./settle-test-period";
import { testCurveFile } from "./test-curve-file";
import type { TestSql } from "./test-sql";

export const RESIDENT = {
  name: "Jeanne d’Exemple-Durand",
  email: "jeanne.durand@courriel.example",
  phone: "06 39 98 00 00",
  address: "7 impasse des Lilas, 66999 Saint-Exemple-les-Vignes",
};

export const JANUARY = civilDate("2020-01-01");
/** First day on which she no longer takes part. */
export const LEFT_ON = civilDate("2020-02-01");
/** Five years later. */
export const KEPT_UNTIL = civilDate("2025-02-01");

export type FormerResident = {
  readonly operation: TestOperation;
  readonly participantId: string;
  readonly meteringPointId: string;
  readonly prm: string;
  /** Hexadecimal. */
  readonly consentSha256: string;
  readonly archive: { readonly name: string; readonly bytes: Uint8Array };
};

const DAYS = ["2020-01-01", "2020-01-31"] as const;

/** An operation of 2020 with one settled month, in which a resident took part for that month, and all she left behind. */
export async function createFormerResident(collectivity: TestCollectivity, sql: TestSql): Promise<FormerResident> {
  const operation = await createTestOperation(collectivity, { startDay: JANUARY });
  const prm = nextPrm();
  const shares = { Mairie: { coefficientPpm: 500_000 }, École: { coefficientPpm: 200_000 } };
  const home = { prm, name: RESIDENT.name, legalId: null, address: RESIDENT.address, coefficientPpm: 300_000 };
  await apply(operation, { ...shares, Maison: home }, JANUARY, "Annexe 2 de Jeanne d’Exemple-Durand.xlsx");
  await importMonth(operation, prm);
  const corrected = curveOf(prm, 70);
  const archive = {
    name: "courbes.zip",
    bytes: writeArchive([{ path: corrected.name, bytes: corrected.bytes }], Date.UTC(2020, 1, 5)),
  };
  await importTestFiles(operation, [archive]);
  // Nobody can say whose this is: it is refused, and kept.
  await importTestFiles(operation, [{ name: "liste.csv", bytes: Buffer.from(`PRM\r\n${prm}\r\n`) }]);
  await settleTestPeriod(operation, JANUARY);
  await apply(operation, shares, LEFT_ON, "Annexe 2 sans elle.xlsx");
  const point = (await listMeteringPoints(operation.id)).find((each) => each.prm === prm);
  const [row] = await sql<{ participant_id: string }>(
    "SELECT participant_id FROM metering_point WHERE operation_id = $1 AND prm = $2",
    [operation.id, prm],
  );
  if (!point || !row) throw new Error("the resident was not stored");
  const who = [operation.id, row.participant_id];
  await sql("UPDATE participant SET email = $3, phone = $4 WHERE operation_id = $1 AND id = $2", [
    ...who,
    RESIDENT.email,
    RESIDENT.phone,
  ]);
  await sql(
    `UPDATE metering_point SET address = $3, latitude_degrees = 42.7, longitude_degrees = 2.8, meter_number = '123',
            withdrawal_contract = 'C1' WHERE operation_id = $1 AND participant_id = $2`,
    [...who, RESIDENT.address],
  );
  await insertWords(operation, point, sql);
  const consentSha256 = await insertConsent(operation, row.participant_id, sql);
  return { operation, participantId: row.participant_id, meteringPointId: point.id, prm, consentSha256, archive };
}

async function apply(
  operation: TestOperation,
  consumers: NonNullable<Parameters<typeof annex2File>[1]["consumers"]>,
  effectDay: CivilDate,
  name: string,
): Promise<void> {
  const { bytes } = await annex2File(operation, { consumers });
  const { status, problems } = await applyTestAnnex2(operation, { name, bytes }, effectDay);
  if (status !== "applied") throw new Error(JSON.stringify(problems));
}

const curveOf = (prm: string, energyWh: number) =>
  testCurveFile({ identifier: prm, quantity: "withdrawal", days: DAYS, energyWh });

async function importMonth(operation: TestOperation, prm: string): Promise<void> {
  const known = ["Toiture", "Mairie", "École"].map((point) =>
    namedCurveFile(operation, { point, days: DAYS, energyWh: 100 }),
  );
  const { status, problems } = await importTestFiles(operation, [...known, curveOf(prm, 60)]);
  if (status !== "done") throw new Error(JSON.stringify(problems));
}

/** What people said of her curves, in words that name her. */
async function insertWords(operation: TestOperation, { id, prm }: { id: string; prm: string }, sql: TestSql) {
  const reason = `Vu avec ${RESIDENT.name}`;
  await sql(
    `INSERT INTO measure_decision (operation_id, id, metering_point_id, quantity, kind, from_at, to_at, reason)
     VALUES ($1, gen_random_uuid(), $2, 'withdrawal', 'leave_missing', '2020-01-02', '2020-01-03', $3)`,
    [operation.id, id, reason],
  );
  await sql(
    `INSERT INTO measure_suspicion (operation_id, id, metering_point_id, quantity, kind, from_day, to_day, details,
       dismissed_at, dismissal_reason)
     VALUES ($1, gen_random_uuid(), $2, 'withdrawal', 'frozen', '2020-01-02', '2020-01-03', '{}', now(), $3)`,
    [operation.id, id, reason],
  );
  await sql("INSERT INTO identifier_answer (operation_id, identifier, metering_point_id) VALUES ($1, $2, $3)", [
    operation.id,
    `ancien ${prm}`,
    id,
  ]);
  await sql("UPDATE measure_import SET answers = $2 WHERE operation_id = $1", [
    operation.id,
    JSON.stringify({ said: `${prm} est à ${RESIDENT.name}` }),
  ]);
}

async function insertConsent(operation: TestOperation, participantId: string, sql: TestSql): Promise<string> {
  const bytes = Buffer.from(`%PDF-1.4 accord de ${RESIDENT.name} ${participantId}`);
  const sha256 = createHash("sha256").update(bytes).digest();
  await inTransaction((client) => insertKeptFile(client, operation.id, sha256, bytes));
  await sql(
    `INSERT INTO consent (operation_id, id, participant_id, kind, given_day, withdrawn_day, withdrawal_note,
       participation, curve_collection, supplier_transmission, organiser_transmission, file_name, sha256)
     VALUES ($1, gen_random_uuid(), $2, 'agreement', '2019-12-15', '2020-01-20', 'Mme Durand déménage', true, true, true,
       true, 'accord Durand.pdf', $3)`,
    [operation.id, participantId, sha256],
  );
  return sha256.toString("hex");
}
