import "server-only";
import type { AccessRole } from "@/lib/domain/access/access-role";
import { pool } from "./pg";
import type { AuthorizedCollectivityId } from "./scope";

/** A member as who administers the collectivity sees him. */
export type CollectivityMember = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccessRole;
  /** Day in Paris; null: never, or before this was noted. */
  readonly lastSignInOn: string | null;
  readonly hasTwoFactor: boolean;
  readonly isActive: boolean;
};

export type MemberPage = {
  /** The last member of the page before; null for the first page. */
  readonly after: string | null;
  readonly limit: number;
};

/** The members of a collectivity by name, a page at a time; by place, so that who comes or goes meanwhile shifts nothing. */
export async function listCollectivityMembers(
  collectivityId: AuthorizedCollectivityId,
  { after, limit }: MemberPage,
): Promise<readonly CollectivityMember[]> {
  const { rows } = await pool.query<CollectivityMember>(
    `SELECT u.id::text AS "userId", u.name, u.email, m.role::text AS role, u.last_sign_in_on::text AS "lastSignInOn",
            u.two_factor_enabled AS "hasTwoFactor", u.deactivated_at IS NULL AS "isActive"
       FROM membership m JOIN "user" u ON u.id = m.user_id
      WHERE m.collectivity_id = $1
        AND ($2::uuid IS NULL OR (u.name, u.id) > (SELECT a.name, a.id FROM "user" a WHERE a.id = $2))
      ORDER BY u.name, u.id LIMIT $3`,
    [collectivityId, after, limit],
  );
  return rows;
}
