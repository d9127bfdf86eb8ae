import "server-only";
import { pool } from "./pg";
import type { AuthorizedInstanceId } from "./scope";

/** An account as the administrator of the installation manages it. */
export type InstanceAccount = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isInstanceAdmin: boolean;
  readonly createdAt: Date;
  /** Null: it is active. */
  readonly deactivatedAt: Date | null;
  readonly hasTwoFactor: boolean;
};

export type AccountSearch = {
  /** Part of a name or of an address; null for all. */
  readonly text: string | null;
  /** The address of the last account of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
};

/** Accounts by address, a page at a time; those that were erased are nobody's any more. */
export async function listInstanceAccounts(
  _instance: AuthorizedInstanceId,
  { text, after, limit }: AccountSearch,
): Promise<readonly InstanceAccount[]> {
  // What is typed is looked for as it is.
  const pattern = text && `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await pool.query<InstanceAccount>(
    `SELECT id::text, name, email, is_instance_admin AS "isInstanceAdmin", created_at AS "createdAt",
            deactivated_at AS "deactivatedAt", two_factor_enabled AS "hasTwoFactor"
       FROM "user"
      WHERE erased_at IS NULL AND ($1::text IS NULL OR name ILIKE $1 OR email ILIKE $1)
        AND ($2::text IS NULL OR email > $2)
      ORDER BY email LIMIT $3`,
    [pattern, after, limit],
  );
  return rows;
}

/** How many accounts there are, erased ones apart. */
export async function countAccounts(
  _instance: AuthorizedInstanceId,
): Promise<{ readonly active: number; readonly deactivated: number }> {
  const { rows } = await pool.query<{ active: number; deactivated: number }>(
    `SELECT count(*) FILTER (WHERE deactivated_at IS NULL)::int AS active,
            count(*) FILTER (WHERE deactivated_at IS NOT NULL)::int AS deactivated
       FROM "user" WHERE erased_at IS NULL`,
  );
  return rows[0] ?? { active: 0, deactivated: 0 };
}
