/** A page of a list, latest first. */
export type ListPage = {
  /** The last row of the page before; null for the first page. */
  readonly before: string | null;
  readonly limit: number;
};

type PagedTable = "complaint" | "convention_letter" | "tenant_change";

/**
 * The end of a query over rows `c` of one operation: $1 is the operation, $2 the last row of the page before or null, $3 how
 * many.
 *
 * By place, not by offset: what is recorded meanwhile shifts nothing.
 */
export const pageOf = (table: PagedTable, day: "received_day" | "end_day"): string =>
  `WHERE c.operation_id = $1
     AND ($2::uuid IS NULL OR (c.${day}, c.created_at, c.id) <
          (SELECT b.${day}, b.created_at, b.id FROM ${table} b WHERE b.operation_id = $1 AND b.id = $2))
   ORDER BY c.${day} DESC, c.created_at DESC, c.id DESC LIMIT $3`;
