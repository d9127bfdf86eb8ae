import "server-only";
import type { TenantChange } from "@/lib/domain/hlm/tenant-change";
import { TENANT_WAITING_DAYS } from "@/lib/domain/hlm/tenant-return-day";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type ListPage, pageOf } from "./list-page";
import { pool } from "./pg";
import { RESTRICTED_NAME } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

/** A change of tenant with the metering point it is about. */
export type TenantChangeRow = TenantChange & {
  readonly operationId: string;
  readonly id: string;
  readonly point: { readonly id: string; readonly prm: string; readonly name: string };
  /** Who moves in; null while the place is empty. */
  readonly newTenant: { readonly id: string; readonly name: string } | null;
};

type StoredChange = Omit<TenantChangeRow, "newTenant"> & {
  readonly newParticipantId: string | null;
  readonly newName: string | null;
};

const CHANGE = `SELECT c.operation_id::text AS "operationId", c.id, c.end_day::text AS "endDay",
         c.end_notice_day::text AS "endNoticeDay", c.service_day::text AS "serviceDay",
         c.service_notice_day::text AS "serviceNoticeDay", c.refusal_day::text AS "refusalDay",
         c.abandoned_day::text AS "abandonedDay", c.returned_at IS NOT NULL AS "isReturned",
         json_build_object('id', m.id, 'prm', m.prm, 'name', m.name) AS point,
         c.new_participant_id AS "newParticipantId",
         CASE WHEN p.restricted_at IS NOT NULL AND p.erased_at IS NULL THEN '${RESTRICTED_NAME}' ELSE p.name END AS "newName"
    FROM tenant_change c
    JOIN metering_point m ON m.operation_id = c.operation_id AND m.id = c.metering_point_id
    LEFT JOIN participant p ON p.operation_id = c.operation_id AND p.id = c.new_participant_id`;

const IS_OPEN = "c.returned_at IS NULL AND c.refusal_day IS NULL AND c.abandoned_day IS NULL";

/** A page of the changes of tenant of an operation, latest first. */
export async function listTenantChanges(
  operationId: AuthorizedOperationId,
  { before, limit }: ListPage,
): Promise<readonly TenantChangeRow[]> {
  const { rows } = await pool.query<StoredChange>(`${CHANGE} ${pageOf("tenant_change", "end_day")}`, [
    operationId,
    before,
    limit,
  ]);
  return rows.map(toRow);
}

/** The metering points of some operations that wait for a tenant or for the end of his fourteen days, latest first. */
export async function listOpenTenantChanges(
  operationIds: readonly AuthorizedOperationId[],
): Promise<readonly TenantChangeRow[]> {
  const { rows } = await pool.query<StoredChange>(
    `${CHANGE} WHERE c.operation_id = ANY($1::uuid[]) AND ${IS_OPEN} ORDER BY c.end_day DESC, c.created_at DESC`,
    [operationIds],
  );
  return rows.map(toRow);
}

/** Those, and the changes of which anything is told or takes place on a day or after it. */
export async function listWatchedTenantChanges(
  operationIds: readonly AuthorizedOperationId[],
  since: CivilDate,
): Promise<readonly TenantChangeRow[]> {
  const { rows } = await pool.query<StoredChange>(
    `${CHANGE} WHERE c.operation_id = ANY($1::uuid[])
       AND (${IS_OPEN} OR greatest(c.end_day, c.end_notice_day, c.service_day + ${TENANT_WAITING_DAYS}, c.service_notice_day, c.refusal_day,
                                   c.abandoned_day) >= $2::date)
     ORDER BY c.end_day DESC, c.created_at DESC`,
    [operationIds, since],
  );
  return rows.map(toRow);
}

/** One change of tenant; null when the operation has none of this id. */
export async function findTenantChange(
  operationId: AuthorizedOperationId,
  changeId: string,
): Promise<TenantChangeRow | null> {
  const { rows } = await pool.query<StoredChange>(`${CHANGE} WHERE c.operation_id = $1 AND c.id = $2`, [
    operationId,
    changeId,
  ]);
  const [row] = rows;
  return row ? toRow(row) : null;
}

/** Points of the whole installation that come back on a day or were to before it: for the daily job. */
export async function listDueTenantReturns(
  serviceDay: CivilDate,
): Promise<readonly { readonly operationId: string; readonly tenantChangeId: string }[]> {
  const { rows } = await pool.query<{ operationId: string; tenantChangeId: string }>(
    `SELECT operation_id::text AS "operationId", id::text AS "tenantChangeId" FROM tenant_change
      WHERE service_day <= $1::date AND returned_at IS NULL AND refusal_day IS NULL AND abandoned_day IS NULL
      ORDER BY service_day, id`,
    [serviceDay],
  );
  return rows;
}

function toRow({ newParticipantId, newName, ...row }: StoredChange): TenantChangeRow {
  return { ...row, newTenant: newParticipantId === null ? null : { id: newParticipantId, name: newName ?? "" } };
}
