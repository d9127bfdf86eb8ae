import { randomUUID } from "node:crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import type { JournalFilter, JournalPlace } from "@/lib/data/audit-journal";
import { pool } from "@/lib/data/pg";
import { ensureCollectivity } from "@/lib/data/users";
import { readJournal } from "@/lib/services/journal/read-journal";
import type { BenchRow } from "./allocation";

const OPERATIONS = 100;
const EVENTS = 1_000_000;
const USERS = 20;
const ROUNDS = 15;
/** What a page of the trail may take: first, in the middle, narrowed. [ms] */
const PAGE_MS = 50;

/** Times pages of the trail of a collectivity with a hundred operations and a million events. */
export async function benchJournal(): Promise<BenchRow[]> {
  const { collectivityId, user, object } = await fillTrail();
  const scope = { kind: "collectivity", id: operatorScope.authorizeCollectivity(collectivityId) } as const;
  const middle = { at: new Date("2025-07-01T00:00:00Z"), id: randomUUID() };
  const pages: readonly (readonly [string, JournalFilter, JournalPlace | null])[] = [
    ["first page", {}, null],
    ["page in the middle", {}, middle],
    ["by a person", { actorUserId: user }, null],
    ["by a rare action", { actions: ["erase.participant"] }, null],
    ["of one object", { objectId: object }, null],
  ];
  const rows: BenchRow[] = [];
  for (const [name, filter, before] of pages) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await readJournal(scope, filter, before);
      times.push(performance.now() - start);
    }
    const ms = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    const detail = `${ms.toFixed(1)} ms`;
    rows.push({ name: `trail of a million events, ${name} / ${PAGE_MS} ms`, ratio: ms / PAGE_MS, aim: 1, detail });
  }
  return rows;
}

async function fillTrail() {
  const collectivityId = await ensureCollectivity("bench-journal", "Bench", operatorScope.actor);
  const operations = Array.from({ length: OPERATIONS }, () => randomUUID());
  const users = Array.from({ length: USERS }, () => randomUUID());
  const [object = ""] = operations;
  await pool.query(
    `INSERT INTO operation (id, collectivity_id, slug, name, start_day, monthly_anniversary_day)
     SELECT id, $2, 'bench-journal-' || id, 'Bench', '2025-01-01', 1 FROM unnest($1::uuid[]) id`,
    [operations, collectivityId],
  );
  await pool.query(
    `INSERT INTO "user" (id, name, email, updated_at) SELECT id, 'Bench', id || '@bench.example', now() FROM unnest($1::uuid[]) id`,
    [users],
  );
  await pool.query(
    `INSERT INTO audit_event (id, operation_id, at, actor_user_id, via, action, object_type, object_id, after)
     SELECT gen_random_uuid(), ($1::uuid[])[1 + n % ${OPERATIONS}], '2025-01-01Z'::timestamptz + n * interval '30 seconds',
            ($2::uuid[])[1 + n % 7919 % ${USERS}], 'session',
            CASE WHEN n % 5003 = 0 THEN 'erase.participant' ELSE 'import.measures' END, 'measure_import',
            CASE WHEN n % 20011 = 0 THEN ($1::uuid[])[1]::text ELSE gen_random_uuid()::text END, '{"valueCount": 48}'
       FROM generate_series(1, ${EVENTS}) n`,
    [operations, users],
  );
  await pool.query("ANALYZE audit_event");
  return { collectivityId, user: users[3] ?? "", object };
}
