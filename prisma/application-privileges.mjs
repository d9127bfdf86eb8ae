/**
 * Tables of which a row, once written, is there for good: the application reads them and adds to them, nothing else.
 * Their triggers refuse a change to anybody; this refuses it to the application before any trigger is asked, since the
 * application cannot disable a trigger either. A table of which a column may change, or a row may go, does not stand here.
 */
export const APPEND_ONLY = [
  "anniversary_move",
  "audit_event",
  "audit_event_collectivity",
  "climate_figures",
  "climate_snapshot",
  "consultation",
  "operation_status",
  "publication",
  "published_month",
  "settlement_run",
  "settlement_run_day",
  "settlement_run_pair",
  "settlement_run_point",
  "settlement_run_point_day",
];

/** Which migrations are there: health compares them with those of the version. */
const READ_ONLY = ["_prisma_migrations"];

const PRIVILEGES = `
  SELECT c.relname AS name, quote_ident(c.relname) AS quoted,
         coalesce(array_agg(a.privilege_type ORDER BY a.privilege_type) FILTER (WHERE a.grantee = r.oid), '{}')::text[] AS found,
         coalesce(bool_or(a.grantee = 0), false) AS "isPublic",
         EXISTS (SELECT FROM pg_attribute t, aclexplode(t.attacl) g WHERE t.attrelid = c.oid AND g.grantee IN (0, r.oid)) AS "hasColumns"
    FROM pg_class c
    JOIN pg_roles r ON r.rolname = $1
    LEFT JOIN LATERAL aclexplode(c.relacl) a ON a.grantee IN (0, r.oid)
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
   GROUP BY c.oid, c.relname, r.oid ORDER BY c.relname`;

/**
 * What the application may do with a table.
 *
 * @param {string} table
 * @returns {string[]} sorted
 */
export function privilegesOn(table) {
  if (READ_ONLY.includes(table)) return ["SELECT"];
  if (APPEND_ONLY.includes(table)) return ["INSERT", "SELECT"];
  return ["DELETE", "INSERT", "SELECT", "UPDATE"];
}

/**
 * Gives the application's user what the list above says, and takes the rest away. Only what differs is touched, so that
 * a start which finds all in order writes nothing.
 *
 * @param {import("pg").Client} client of the owner
 * @param {string} role the application's user
 */
export async function grantPrivileges(client, role) {
  const user = client.escapeIdentifier(role);
  const { rows } = await client.query("SELECT quote_ident(current_schema()) AS schema");
  const { schema } = rows[0];
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${user}`);
  await client.query(`REVOKE CREATE ON SCHEMA ${schema} FROM PUBLIC, ${user}`);
  for (const { quoted, expected } of await listWrongPrivileges(client, role)) {
    await client.query(`REVOKE ALL ON TABLE ${quoted} FROM PUBLIC, ${user}`);
    await client.query(`GRANT ${expected.join(", ")} ON TABLE ${quoted} TO ${user}`);
  }
}

/**
 * @param {import("pg").Client} client
 * @param {string} role
 * @returns {Promise<{ name: string, quoted: string, expected: string[], found: string[] }[]>} tables on which the user has
 * other privileges than the list says or some on a column alone, or everybody has some
 */
export async function listWrongPrivileges(client, role) {
  const { rows } = await client.query(PRIVILEGES, [role]);
  return rows
    .map((row) => ({ ...row, expected: privilegesOn(row.name) }))
    .filter(({ expected, found, isPublic, hasColumns }) => isPublic || hasColumns || expected.join() !== found.join());
}

/**
 * The tables of the list that a user may change all the same: by a right on the table or on a column of it, as the owner
 * of the table, its schema or the database, or by making users. What a role may that he belongs to, he may.
 *
 * @param {import("pg").Client | import("pg").Pool} client
 * @param {string} [role] without it, who is connected
 * @returns {Promise<string[]>}
 */
export async function listChangeableTables(client, role) {
  const { rows } = await client.query(CHANGEABLE, [role ?? null, APPEND_ONLY]);
  return rows.map(({ name }) => name);
}

// MEMBER, not USAGE: a role that is not inherited is one SET ROLE away.
const CHANGEABLE = `
  WITH held AS (
    SELECT r.oid, r.rolcreaterole FROM pg_roles r WHERE pg_has_role(coalesce($1::name, current_user), r.oid, 'MEMBER')
  )
  SELECT c.relname AS name
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_database d ON d.datname = current_database()
   WHERE n.nspname = current_schema() AND c.relname = ANY($2)
     AND EXISTS (
       SELECT FROM held
        WHERE held.rolcreaterole OR held.oid IN (c.relowner, n.nspowner, d.datdba)
           OR has_table_privilege(held.oid, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
           OR has_any_column_privilege(held.oid, c.oid, 'UPDATE'))
   ORDER BY c.relname`;

/**
 * Gives the application's user the schema of the queue, which makes its own tables there. One that was made when the
 * application and the owner were the same user changes hands, jobs included.
 *
 * @param {import("pg").Client} client of the owner
 * @param {string} role the application's user
 */
export async function handOverQueue(client, role) {
  const user = client.escapeIdentifier(role);
  await client.query(`CREATE SCHEMA IF NOT EXISTS queue AUTHORIZATION ${user}`);
  const { rows } = await client.query(QUEUE_OBJECTS, [role]);
  for (const { object } of rows) await client.query(`ALTER ${object} OWNER TO ${user}`);
}

const QUEUE_OBJECTS = `
  WITH held AS (SELECT 'queue'::regnamespace AS schema, $1::regrole AS role)
  SELECT 'SCHEMA queue' AS object FROM pg_namespace n, held WHERE n.oid = held.schema AND n.nspowner <> held.role
  UNION ALL
  SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' WHEN 'v' THEN 'VIEW ' ELSE 'TABLE ' END || c.oid::regclass
    FROM pg_class c, held
   WHERE c.relnamespace = held.schema AND c.relkind IN ('r', 'p', 'S', 'v') AND c.relowner <> held.role
     -- The sequence of a column follows its table.
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND c.relkind = 'S' AND d.deptype IN ('a', 'i'))
  UNION ALL
  SELECT 'ROUTINE ' || p.oid::regprocedure FROM pg_proc p, held WHERE p.pronamespace = held.schema AND p.proowner <> held.role
  UNION ALL
  SELECT 'TYPE ' || t.oid::regtype FROM pg_type t, held
   WHERE t.typnamespace = held.schema AND t.typtype IN ('e', 'd') AND t.typowner <> held.role`;
