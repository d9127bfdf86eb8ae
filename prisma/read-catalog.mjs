/** One line per object of a database, `key: definition`, in a form that does not depend on the order of creation. */
const CATALOG = `
  SELECT 'column ' || c.table_name || '.' || c.column_name AS key,
         concat_ws(' ', c.udt_name, c.character_maximum_length, c.datetime_precision,
                   CASE c.data_type WHEN 'numeric' THEN c.numeric_precision || ',' || c.numeric_scale END,
                   CASE c.is_nullable WHEN 'NO' THEN 'not null' END, c.column_default, c.generation_expression,
                   c.identity_generation) AS definition
    FROM information_schema.columns c WHERE c.table_schema = current_schema()
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype <> 'n' AND conrelid <> 0
  UNION ALL
  SELECT 'index ' || i.indrelid::regclass || '.' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
    FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid
   WHERE r.relnamespace = current_schema()::regnamespace
     AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT 'enum ' || t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
   WHERE t.typnamespace = current_schema()::regnamespace GROUP BY t.typname
  UNION ALL
  SELECT 'trigger ' || tgrelid::regclass || '.' || tgname, pg_get_triggerdef(t.oid)
    FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
   WHERE NOT tgisinternal AND r.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'function ' || p.oid::regprocedure, pg_get_functiondef(p.oid)
    FROM pg_proc p
   WHERE p.pronamespace = current_schema()::regnamespace AND p.prokind IN ('f', 'p')
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = current_schema()
  UNION ALL
  SELECT 'extension ' || extname, '' FROM pg_extension WHERE extname <> 'plpgsql'`;

/**
 * @param {import("pg").Client} client
 * @returns {Promise<Map<string, string>>} without Prisma's own table
 */
export async function readCatalog(client) {
  const { rows } = await client.query(CATALOG);
  return new Map(
    rows
      .filter(({ key }) => !/^\w+ _prisma_migrations\b/.test(key))
      .map(({ key, definition }) => [key.replaceAll('"', ""), definition]),
  );
}
