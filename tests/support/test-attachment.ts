import { randomUUID } from "node:crypto";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { TestOperation } from "./create-test-operation";
import type { TestSql } from "./test-sql";

export type TestAttachment = {
  readonly role: PerimeterRole;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly toExclusive?: string | null;
};

/** Gives a metering point other days in the perimeter than the whole life of its operation. */
export async function attachTestPoint(
  sql: TestSql,
  operation: TestOperation,
  name: string,
  attachments: readonly TestAttachment[],
): Promise<void> {
  const { id, prm } = operation.point(name);
  await sql("DELETE FROM attachment WHERE operation_id = $1 AND metering_point_id = $2", [operation.id, id]);
  for (const { role, from, toExclusive = null } of attachments) {
    await sql(
      `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day, to_day)
       SELECT $1, $2, id, participant_id, $4, $5, $6, $7 FROM metering_point WHERE operation_id = $1 AND id = $3`,
      [operation.id, randomUUID(), id, prm, role, from, toExclusive],
    );
  }
}
