import { beforeAll, beforeEach, expect, test } from "vitest";
import { ABANDONED_UPLOAD_DAYS } from "@/lib/domain/measures/abandoned-upload-days";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeJob } from "@/lib/jobs/authorize-job";
import { cancelImport, confirmImport } from "@/lib/services/measures/answer-import";
import { listImportFiles } from "@/lib/services/measures/list-import-files";
import { purgeAbandonedUploads } from "@/lib/services/measures/purge-abandoned-uploads";
import { readImport } from "@/lib/services/measures/read-import";
import { readKeptFile } from "@/lib/services/measures/read-kept-file";
import { submitMeasures } from "@/lib/services/measures/submit-measures";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { namedCurveFile, type TestUpload } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const JOB = { userId: null, via: "job" } as const;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const curve = (point: string) =>
  namedCurveFile(operation, { point, days: ["2026-06-01", "2026-06-30"], energyWh: point.length });

async function hold(...files: readonly TestUpload[]): Promise<string> {
  const { importId, status } = await submitMeasures(operation.id, collectivity.users.officer.actor, files, true);
  expect(status).toBe("waiting");
  return importId;
}

async function abandon(...files: readonly TestUpload[]): Promise<string> {
  const importId = await hold(...files);
  await cancelImport(operation.id, collectivity.users.officer.actor, importId);
  return importId;
}

/** The night so many days after today, when everything here is abandoned. */
const nightAfter = (days: number) => purgeAbandonedUploads(JOB, authorizeJob, addDays(today(), days));
const today = (): CivilDate => parisCivilDate(Date.now());
const areKept = async (importId: string) => (await listImportFiles(operation.id, importId)).map(({ isKept }) => isKept);
const purges = () =>
  sql("SELECT object_id, via, after FROM audit_event WHERE operation_id = $1 AND action = 'purge.measures'", [
    operation.id,
  ]);

test("the files of an abandoned import are emptied once the delay is over, by its id in the journal", async () => {
  const importId = await abandon(curve("Mairie"), curve("École"));
  await nightAfter(ABANDONED_UPLOAD_DAYS - 1);
  expect(await areKept(importId)).toEqual([true, true]);
  await nightAfter(ABANDONED_UPLOAD_DAYS);
  expect(await areKept(importId)).toEqual([false, false]);
  expect(await readKeptFile(operation.id, importId, 0)).toBeNull();
  expect(await readImport(operation.id, importId)).toMatchObject({
    status: "cancelled",
    fileNames: [curve("Mairie").name, curve("École").name],
    report: { totals: { newDayCount: 60 } },
  });
  const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(await purges()).toEqual([{ object_id: importId, via: "job", after: { purgedFiles: [hash, hash] } }]);
  await nightAfter(ABANDONED_UPLOAD_DAYS + 1);
  expect(await purges()).toHaveLength(1);
});

type Need = readonly [what: string, need: (sha256: string) => Promise<unknown>];

const NEEDS: readonly Need[] = [
  ["an import that waits", () => hold(curve("Mairie"))],
  [
    "an import that was written",
    () => submitMeasures(operation.id, collectivity.users.officer.actor, [curve("Mairie")]),
  ],
  [
    "an import confirmed in two steps",
    async () => confirmImport(operation.id, collectivity.users.officer.actor, await hold(curve("Mairie"))),
  ],
  [
    "a change of the perimeter",
    (sha256) =>
      sql(
        `INSERT INTO perimeter_change (operation_id, id, effect_day, via, moves_points, file_name, sha256)
         VALUES ($1, gen_random_uuid(), '2026-06-01', 'session', false, 'annexe 2.xlsx', decode($2, 'hex'))`,
        [operation.id, sha256],
      ),
  ],
  [
    "a consent",
    (sha256) =>
      sql(
        `INSERT INTO consent (operation_id, id, participant_id, kind, given_day, participation, curve_collection,
                              supplier_transmission, organiser_transmission, file_name, sha256)
         SELECT $1, gen_random_uuid(), id, 'agreement', '2026-06-01', true, true, true, true, 'accord.pdf', decode($2, 'hex')
           FROM participant WHERE operation_id = $1 LIMIT 1`,
        [operation.id, sha256],
      ),
  ],
  [
    "a letter of the operator",
    (sha256) =>
      sql(
        `WITH letter AS (INSERT INTO convention_letter (operation_id, id, kind, received_day)
                         VALUES ($1, gen_random_uuid(), 'other', '2026-06-01') RETURNING id)
         INSERT INTO correspondence_event (operation_id, id, letter_id, step, day, file_name, sha256)
         SELECT $1, gen_random_uuid(), id, 'document', '2026-06-01', 'courrier.pdf', decode($2, 'hex') FROM letter`,
        [operation.id, sha256],
      ),
  ],
  [
    "a request to the operator",
    (sha256) =>
      sql(
        `WITH request AS (INSERT INTO convention_request (operation_id, id, number, kind, wanted_day)
                          VALUES ($1, gen_random_uuid(), 1, 'perimeter', '2026-06-01') RETURNING id)
         INSERT INTO convention_request_file (operation_id, id, request_id, kind, name, sha256)
         SELECT $1, gen_random_uuid(), id, 'annex_2', 'annexe-2.xlsx', decode($2, 'hex') FROM request`,
        [operation.id, sha256],
      ),
  ],
];

test.for(NEEDS)("bytes that %s needs stay", async ([, need]) => {
  const importId = await abandon(curve("Mairie"), curve("École"));
  const [file] = await sql<{ sha256: string }>(
    "SELECT encode(sha256, 'hex') AS sha256 FROM measure_import_file WHERE import_id = $1 AND position = 0",
    [importId],
  );
  await need(file?.sha256 as string);
  await nightAfter(ABANDONED_UPLOAD_DAYS);
  expect(await areKept(importId)).toEqual([true, false]);
});

test("nothing that refers to kept files is unknown to the job", async () => {
  const tables = await sql<{ name: string }>(
    "SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE confrelid = 'kept_file'::regclass ORDER BY 1",
  );
  expect(tables.map(({ name }) => name)).toEqual([
    "consent",
    "convention_request_file",
    "correspondence_event",
    "measure_import_file",
    "perimeter_change",
  ]);
});

test("bytes sent again are kept again, and imported", async () => {
  const abandoned = await abandon(curve("Mairie"));
  await nightAfter(ABANDONED_UPLOAD_DAYS);
  const again = await hold(curve("Mairie"));
  expect(await confirmImport(operation.id, collectivity.users.officer.actor, again)).toBe(true);
  expect(await readImport(operation.id, again)).toMatchObject({ status: "done" });
  expect(await areKept(abandoned)).toEqual([true]);
});
