import { startQueue } from "@/lib/data/queue";
import type { TestSql } from "./test-sql";

/** Takes away the jobs that tests left, which workers would do first, half a second each. Call it while no worker runs. */
export async function emptyQueue(sql: TestSql): Promise<void> {
  await startQueue(); // which makes its tables, the first time
  await sql("DELETE FROM queue.job");
}
