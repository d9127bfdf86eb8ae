import "server-only";
import { API_KEY_QUOTA, type ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import { pool } from "./pg";

export type KeyCall =
  | { readonly kind: "unknown" }
  | { readonly kind: "over"; readonly waitSeconds: number }
  | {
      readonly kind: "taken";
      readonly userId: string;
      readonly scope: ApiKeyScope;
      /** Null: wherever its owner may act. */
      readonly operationIds: readonly string[] | null;
      /** Whole calls it may still make at once. */
      readonly callsLeft: number;
    };

type TakenRow = Omit<Extract<KeyCall, { kind: "taken" }>, "kind">;

const CALLS_PER_SECOND = API_KEY_QUOTA.perMinute / 60;

// A key that has not ended, of an account that opens something. $1: SHA-256 of the key.
const OPENS = `k.key_hash = $1 AND (k.expires_at IS NULL OR k.expires_at > clock_timestamp())
  AND EXISTS (SELECT FROM "user" u WHERE u.id = k.user_id AND u.deactivated_at IS NULL)`;

// What came back since the last call is in. $2: the most there can be, $3: how many come back in a second.
const CALLS = `least($2::float8,
  k.calls_left + greatest(0, extract(epoch FROM clock_timestamp() - k.filled_at))::float8 * $3::float8)`;

/** Takes a call of a key, in one statement: of many at once, exactly those that its quota allows are taken. */
export async function takeKeyCall(keyHash: Uint8Array): Promise<KeyCall> {
  const values = [Buffer.from(keyHash), API_KEY_QUOTA.burst, CALLS_PER_SECOND];
  const { rows } = await pool.query<TakenRow>(
    `UPDATE api_key k
        SET calls_left = ${CALLS} - 1, filled_at = greatest(k.filled_at, clock_timestamp()),
            last_used_at = clock_timestamp()
      WHERE ${OPENS} AND ${CALLS} >= 1
    RETURNING k.user_id::text AS "userId", k.scope::text AS scope, floor(k.calls_left)::int AS "callsLeft",
              CASE WHEN NOT k.all_operations THEN
                ARRAY(SELECT o.operation_id::text FROM api_key_operation o WHERE o.api_key_id = k.id) END AS "operationIds"`,
    values,
  );
  if (rows[0]) return { kind: "taken", ...rows[0] };
  const { rows: waiting } = await pool.query<{ waitSeconds: number }>(
    `SELECT greatest(1, ceil((1 - ${CALLS}) / $3::float8))::int AS "waitSeconds" FROM api_key k WHERE ${OPENS}`,
    values,
  );
  return waiting[0] ? { kind: "over", ...waiting[0] } : { kind: "unknown" };
}
