import { beforeAll, describe, expect, test } from "vitest";
import { listWatchedComplaints } from "@/lib/data/complaints";
import { listWatchedLetters } from "@/lib/data/convention-letters";
import { listWatchedTenantChanges } from "@/lib/data/tenant-changes";
import { civilDate } from "@/lib/domain/time/civil-date";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const COUNT = 7;
const UNKNOWN = "01890000-0000-7000-8000-00000000ffff";

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

// Several of the same day, and all of the same instant: only a whole order gives each row once.
beforeAll(async () => {
  collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity);
  key = await collectivity.users.officer.key("read");
  const day = "'2026-05-01'::date + (n / 3)";
  await sql(
    `INSERT INTO complaint (operation_id, id, received_day, subject, text, concerns_dso, created_at)
     SELECT $1, gen_random_uuid(), ${day}, 'Objet', 'Texte', true, now() FROM generate_series(1, ${COUNT}) n`,
    [operation.id],
  );
  await sql(
    `INSERT INTO convention_letter (operation_id, id, kind, received_day, created_at)
     SELECT $1, gen_random_uuid(), 'other', ${day}, now() FROM generate_series(1, ${COUNT}) n`,
    [operation.id],
  );
  await sql(
    `INSERT INTO tenant_change (operation_id, id, metering_point_id, end_day, end_notice_day, abandoned_day, created_at)
     SELECT $1, gen_random_uuid(), $2, ${day}, ${day}, ${day}, now() FROM generate_series(1, ${COUNT}) n`,
    [operation.id, operation.point("École").id],
  );
  await sql(
    `INSERT INTO convention_request (operation_id, id, number, kind, wanted_day)
     SELECT $1, gen_random_uuid(), n, 'termination', ${day} FROM generate_series(1, ${COUNT}) n`,
    [operation.id],
  );
});

type Page = { readonly next: string | null } & Readonly<Record<string, readonly { readonly id: string }[]>>;

describe.for([
  ["complaints", "complaints"],
  ["letters", "letters"],
  ["tenant-changes", "tenantChanges"],
  ["requests", "requests"],
] as const)("%s", ([path, field]) => {
  const address = (query: string) => `/api/v1/operations/${operation.accNumber}/${path}?${query}`;
  const read = async (query: string) => (await (await callApi(address(query), { key })).json()) as Page;

  test("each row is on one page, in the order of the whole list", async () => {
    const whole = await read("");
    expect(whole[field]).toHaveLength(COUNT);
    expect(whole.next).toBeNull();
    const walked: string[] = [];
    let next: string | null = null;
    do {
      const page: Page = await read(`limit=3${next === null ? "" : `&before=${next}`}`);
      walked.push(...(page[field] ?? []).map(({ id }) => id));
      next = page.next;
    } while (next !== null);
    expect(walked).toEqual(whole[field]?.map(({ id }) => id));
  });

  test("a page after an unknown row is empty, and a wrong question is refused", async () => {
    expect(await read(`before=${UNKNOWN}`)).toMatchObject({ [field]: [], next: null });
    for (const query of ["before=hier", "limit=0", "limit=1001"]) {
      expect((await callApi(address(query), { key })).status, query).toBe(400);
    }
  });
});

test("what is long over is not read to tell what is due", async () => {
  const old = await createTestOperation(collectivity);
  const ids = [1, 2].map((n) => `01890000-0000-7000-8000-00000000000${n}`);
  for (const [index, id] of ids.entries()) {
    await sql(
      `INSERT INTO complaint (operation_id, id, received_day, subject, text, concerns_dso)
       VALUES ($1, $2, '2023-01-02', 'Objet', 'Texte', true)`,
      [old.id, id],
    );
    await sql(
      `INSERT INTO convention_letter (operation_id, id, kind, received_day) VALUES ($1, $2, 'other', '2023-01-02')`,
      [old.id, id],
    );
    if (index > 0) continue;
    for (const column of ["complaint_id", "letter_id"]) {
      await sql(
        `INSERT INTO correspondence_event (operation_id, id, ${column}, step, day)
         VALUES ($1, gen_random_uuid(), $2, 'closed', '2023-02-01')`,
        [old.id, id],
      );
    }
  }
  await sql(
    `INSERT INTO tenant_change (operation_id, id, metering_point_id, end_day, end_notice_day, abandoned_day)
     SELECT $1, id::uuid, $2, '2023-01-02', '2023-01-02', CASE WHEN n = 1 THEN '2023-02-01'::date END
       FROM unnest($3::text[]) WITH ORDINALITY AS given (id, n)`,
    [old.id, old.point("École").id, ids],
  );
  const since = civilDate("2026-04-01");
  for (const list of [listWatchedComplaints, listWatchedLetters, listWatchedTenantChanges]) {
    expect((await list([old.id], since)).map(({ id }) => id)).toEqual(ids.slice(1));
    expect(await list([old.id], civilDate("2023-01-20"))).toHaveLength(2);
  }
});
