import "server-only";
import type { PoolClient } from "pg";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** Whose public holidays the working days of an operation leave out. */
export async function findHolidayRegion(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<HolidayRegion> {
  const { rows } = await client.query<{ region: HolidayRegion }>(
    "SELECT holiday_region::text AS region FROM operation WHERE id = $1",
    [operationId],
  );
  return rows[0]?.region ?? "metropolitan";
}
