import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as journalTable } from "@/app/(espace)/operations/[operation]/reglages/journal/csv/route";
import { GET as planHistoryTable } from "@/app/(espace)/plan-climat/historique/csv/route";
import type { FoundRun } from "@/lib/services/runs/find-run";
import { apiRequest } from "../../support/api-request";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import type { TestOperation } from "../../support/create-test-operation";
import { settleOctober } from "../../support/settled-october";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const FORMULAS = ['=HYPERLINK("http://ailleurs.example")', "+33 4 68 00 00 00", "@SUM(A1)", "-2+3", "\t=1+1"];
const STARTS_ONE = /^(?:\s*[=+\-@]|[\t\r\n])/;
const NUMBER = /^-?\d+(?:,\d+)?$/;

let collectivity: TestCollectivity;
let operation: TestOperation;
let run: FoundRun;
let holder: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity('=cmd|" /C calc"!A0');
  ({ operation, run } = await settleOctober(collectivity));
  for (const [table, columns] of Object.entries({
    participant: ["name", "address"],
    metering_point: ["name", "address"],
  })) {
    const rows = await sql<{ id: string }>(`SELECT id FROM ${table} WHERE operation_id = $1 ORDER BY id`, [
      operation.id,
    ]);
    for (const [index, { id }] of rows.entries()) {
      const text = FORMULAS[index % FORMULAS.length];
      await sql(`UPDATE ${table} SET ${columns.map((column) => `${column} = $2`).join(", ")} WHERE id = $1`, [
        id,
        text,
      ]);
    }
    if (table === "participant") holder = rows[0]?.id ?? "";
  }
}, 60_000);

const csv = { accept: "text/csv" };
type Call = readonly [address: string, headers?: Readonly<Record<string, string>>];
const inOperation = (rest: string) => `/api/v1/operations/${operation.accNumber}/${rest}`;
const inPlan = (rest: string) => `/api/v1/collectivities/${collectivity.id}/climate-plan/${rest}`;

/** What gives tables back, and how each is asked for. */
const TABLES: Readonly<Record<string, () => readonly Call[]>> = {
  "app/api/v1/operations/[acc]/runs/[id]/files/[kind]/route.ts": () =>
    ["all", "surplus"].map((kind) => [inOperation(`runs/${run.id}/files/${kind}`)]),
  "app/api/v1/operations/[acc]/runs/[id]/series/answer-series.ts": () => [
    [inOperation(`runs/${run.id}/series?prm=${operation.point("Mairie").prm}`), csv],
  ],
  "app/api/v1/operations/[acc]/metering-points/[prm]/series/answer-measured-series.ts": () => [
    [
      inOperation(
        `metering-points/${operation.point("Mairie").prm}/series?quantity=withdrawal&from=2025-10-01&to=2025-10-03`,
      ),
      csv,
    ],
  ],
  "app/api/v1/operations/[acc]/explorer/answer-explorer.ts": () =>
    ["csv", "xlsx"].map((format) => {
      const curves = operation.points.map(({ prm }) => prm).join(",");
      return [inOperation(`explorer?curves=${curves}&from=2025-10-01&to=2025-10-03&format=${format}`)];
    }),
  "app/api/v1/operations/[acc]/run-curves/route.ts": () => [[inOperation("run-curves?from=2025-10-01&to=2025-11-01")]],
  "app/api/v1/operations/[acc]/tariff-schedules/route.ts": () => [[inOperation("tariff-schedules"), csv]],
  "app/api/v1/operations/[acc]/prices/route.ts": () => [[inOperation("prices"), csv]],
  "app/api/v1/operations/[acc]/annex-2/route.ts": () => [[inOperation("annex-2?day=2025-10-15")]],
  "app/api/v1/operations/[acc]/participants/[id]/personal-data/route.ts": () => [
    [inOperation(`participants/${holder}/personal-data?format=zip`)],
  ],
  "app/api/v1/collectivities/[collectivity]/climate-plan/history/route.ts": () => [[inPlan("history"), csv]],
  "app/api/v1/collectivities/[collectivity]/climate-plan/export/route.ts": () =>
    ["csv", "xlsx"].map((format) => [inPlan(`export?format=${format}`)]),
  "app/(espace)/journal/stream-table-file.ts": () => [["journal"]],
  "app/(espace)/plan-climat/historique/csv/route.ts": () => [["plan"]],
};

/** Papers, and bytes as they were received: no table of ours. */
const NO_TABLES = new Set([
  "app/(espace)/mon-espace/[participant]/donnees/route.ts", // the archive of personal data, asked for above
  "app/(espace)/mon-espace/[participant]/formulaire/route.ts",
  "app/(espace)/mon-espace/[participant]/releves/route.ts",
  "app/api/v1/calendar/[token]/route.ts",
  "app/api/v1/collectivities/[collectivity]/climate-plan/audits/[id]/request/route.ts",
  "app/api/v1/collectivities/[collectivity]/climate-plan/evidence/[id]/document/route.ts",
  "app/api/v1/operations/[acc]/coefficient-keys/[id]/letters/route.ts",
  "app/api/v1/operations/[acc]/consents/[id]/document/route.ts",
  "app/api/v1/operations/[acc]/consents/form/route.ts",
  "app/api/v1/operations/[acc]/consents/proof/route.ts",
  "app/api/v1/operations/[acc]/convention/letters/route.ts",
  "app/api/v1/operations/[acc]/correspondence-documents/[id]/route.ts",
  "app/api/v1/operations/[acc]/imports/[id]/files/[position]/route.ts",
  "app/api/v1/operations/[acc]/report/route.ts",
  "app/api/v1/operations/[acc]/requests/[id]/files/[file]/route.ts", // as it was made: the annexe 2 above, and letters
  "app/api/v1/operations/[acc]/runs/[id]/comparison/report/route.ts",
  "app/api/v1/operations/[acc]/runs/[id]/statements/route.ts",
  "app/api/v1/operations/[acc]/statements/route.ts",
]);

test("every route that gives a file back is asked for its cells here, or gives none: a new one says which", () => {
  const found = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join("app", name))
    .filter((name) => name.endsWith(".ts") && readFileSync(name, "utf8").includes("answerFile("));
  expect(found.filter((name) => !(name in TABLES) && !NO_TABLES.has(name))).toEqual([]);
  expect([...Object.keys(TABLES), ...NO_TABLES].filter((name) => !found.includes(name))).toEqual([]);
});

async function ask([address, headers = {}]: Call): Promise<Response> {
  const { admin } = collectivity.users;
  if (address === "journal") {
    const params = Promise.resolve({ operation: operation.sheet.slug });
    return journalTable(apiRequest("/", { cookie: await admin.cookie() }), { params });
  }
  if (address === "plan") {
    return planHistoryTable(apiRequest(`/?collectivite=${collectivity.id}`, { cookie: await admin.cookie() }));
  }
  return callApi(address, { key: await admin.key("write"), headers });
}

/** The tables of a file, those in archives too, by the names of the files. */
function* tablesOf(name: string, bytes: Uint8Array): Generator<readonly [name: string, bytes: Uint8Array]> {
  if (!/\.(?:zip|xlsx)$/.test(name)) yield [name, bytes];
  else for (const [part, content] of Object.entries(unzipSync(bytes))) yield* tablesOf(part, content);
}

function formulasOf(name: string, bytes: Uint8Array): readonly string[] {
  const text = strFromU8(bytes);
  if (/worksheets\/.*\.xml$/.test(name)) return text.match(/<f[ >][^<]*/g) ?? [];
  if (!name.endsWith(".csv")) return [];
  const rows = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ";" }).data;
  return rows.flat().filter((cell) => STARTS_ONE.test(cell) && !NUMBER.test(cell));
}

describe("no cell is a formula, whatever people, sites and collectivities are called", () => {
  test.for(Object.keys(TABLES))("%s", { timeout: 60_000 }, async (route) => {
    for (const call of TABLES[route]?.() ?? []) {
      const answer = await ask(call);
      expect([call[0], answer.status]).toEqual([call[0], 200]);
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename/);
      const disposition = decodeURIComponent(answer.headers.get("content-disposition") ?? "");
      const name = /filename\*?=(?:UTF-8''|")?([^"]*)/.exec(disposition)?.[1] ?? "";
      const bytes = new Uint8Array(await answer.arrayBuffer());
      for (const [part, content] of tablesOf(name, bytes))
        expect([part, formulasOf(part, content)]).toEqual([part, []]);
    }
  });
});
