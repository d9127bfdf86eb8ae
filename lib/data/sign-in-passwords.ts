import "server-only";
import { pool } from "./pg";

/**
 * The hash of the password that opens an account; null for an account that does not exist, has no password or is
 * deactivated. One statement in every case, so that it tells nobody which.
 *
 * @param email - In lower case, as it is stored.
 */
export async function findSignInPasswordHash(email: string): Promise<string | null> {
  const { rows } = await pool.query<{ password: string | null }>(
    `SELECT a.password
       FROM "user" u JOIN account a ON a.user_id = u.id AND a.provider_id = 'credential'
      WHERE u.email = $1 AND u.deactivated_at IS NULL`,
    [email],
  );
  return rows[0]?.password ?? null;
}
