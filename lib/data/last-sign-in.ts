import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";

/** Keeps the day of the last session of an account; written once a day at most. */
export async function updateLastSignIn(userId: string, day: CivilDate): Promise<void> {
  await pool.query(
    `UPDATE "user" SET last_sign_in_on = $2::date WHERE id = $1 AND last_sign_in_on IS DISTINCT FROM $2::date`,
    [userId, day],
  );
}
