import { gunzipSync } from "node:zlib";
import { fileNamesPerson } from "@/lib/services/personal-data/file-names-person";
import type { TestSql } from "./test-sql";

/**
 * Everywhere a text stands in what the database holds of an operation, as `table` or `kept_file`: every column of every
 * table that has an operation, and the content of every kept file, archives opened.
 */
export async function listTextsOfOperation(sql: TestSql, operationId: string, text: string): Promise<string[]> {
  const tables = await sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'operation_id'`,
  );
  const places: string[] = [];
  for (const { name } of tables.filter((table) => table.name !== "load_curve_day")) {
    const [row] = await sql<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM "${name}" t WHERE operation_id = $1 AND strpos((to_jsonb(t) - 'content')::text, $2) > 0) AS found`,
      [operationId, text],
    );
    if (row?.found) places.push(name);
  }
  const files = await sql<{ content: Buffer; is_gzipped: boolean }>(
    "SELECT content, is_gzipped FROM kept_file WHERE operation_id = $1",
    [operationId],
  );
  const contents = files.map(({ content, is_gzipped }) => (is_gzipped ? gunzipSync(content) : content));
  if (contents.some((content) => fileNamesPerson(content, [text]))) places.push("kept_file content");
  return places;
}
