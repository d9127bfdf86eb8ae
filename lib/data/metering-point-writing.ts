import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { Stay } from "@/lib/domain/perimeter/changed-days";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type AuditEntry, insertAuditEventWith } from "./audit-events";
import type { MeteringPointDetails, StaySheet } from "./metering-points";
import { type MoneyWriting, startMoneyWriting } from "./money-writing";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import { type PublicationWriting, startPublicationWriting } from "./publications";
import type { Actor, AuthorizedOperationId } from "./scope";
import { type HandOver, handOverWith } from "./stay-hand-over";
import { startTenantWriting, type TenantWriting } from "./tenant-change-writing";

export type NewPoint = {
  readonly id: string;
  readonly prm: string;
  readonly participantId: string;
  readonly details: MeteringPointDetails;
};

/** What an event of the trail says: ids, days and names of fields; nobody's name. */
export type PointEvent = { readonly meteringPointId: string } & Pick<AuditEntry, "action" | "before" | "after">;

export type RegistryWriting = {
  readonly insertPoint: (point: NewPoint) => Promise<void>;
  readonly updatePoint: (id: string, details: MeteringPointDetails) => Promise<void>;
  readonly deletePoint: (id: string) => Promise<void>;
  /** What refers to a metering point beyond its stays, the gravest first; null when nothing does. */
  readonly findUse: (id: string) => Promise<PointUse | null>;
  readonly insertStay: (
    point: { readonly id: string; readonly prm: string },
    role: PerimeterRole,
    from: CivilDate,
  ) => Promise<void>;
  readonly updateStay: (stay: StaySheet) => Promise<void>;
  readonly deleteStay: (id: string) => Promise<void>;
  /** Gives several stays other days at once: on the way from one to the other, none stands in another's. */
  readonly moveStays: (
    point: { readonly id: string; readonly prm: string },
    stays: readonly StaySheet[],
  ) => Promise<void>;
  readonly handOver: (handOver: HandOver) => Promise<void>;
  /** What becomes of tenants who change is kept with the stay it moves. */
  readonly tenants: TenantWriting;
  /** Who holds a metering point decides which prices are his. */
  readonly money: MoneyWriting;
  /** It decides whose energy is in figures that are public, too. */
  readonly publication: PublicationWriting;
  /** Dates the change: settled periods that have one of these days are then out of date. */
  readonly recordMove: (days: Stay) => Promise<void>;
  readonly recordEvent: (event: PointEvent) => Promise<void>;
};

/**
 * Runs one change made by hand as one transaction: all of it is kept, or none.
 *
 * No settlement, no key and no other change of the perimeter ends meanwhile: what `body` reads is what it changes.
 */
export async function writeRegistry<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: RegistryWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    body(startRegistryWriting(client, operationId, actor)),
  );
}

/** The same inside a transaction that holds the settlement lock. */
export function startRegistryWriting(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
): RegistryWriting {
  return {
    insertPoint: (point) => insertPoint(client, operationId, point),
    updatePoint: (id, details) => updatePoint(client, operationId, id, details),
    deletePoint: async (id) => {
      await client.query("DELETE FROM metering_point WHERE operation_id = $1 AND id = $2", [operationId, id]);
    },
    findUse: async (id) => {
      const { rows } = await client.query<{ use: PointUse }>(USE_OF_POINT, [operationId, id]);
      return rows[0]?.use ?? null;
    },
    insertStay: async ({ id, prm }, role, from) => {
      await client.query(
        `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
         SELECT $1, $2, p.id, p.participant_id, $4, $5::"AttachmentRole", $6::date
           FROM metering_point p WHERE p.operation_id = $1 AND p.id = $3`,
        [operationId, randomUUID(), id, prm, role, from],
      );
    },
    updateStay: (stay) => updateStay(client, operationId, stay),
    deleteStay: async (id) => {
      await client.query("DELETE FROM attachment WHERE operation_id = $1 AND id = $2", [operationId, id]);
    },
    handOver: (handOver) => handOverWith(client, operationId, handOver),
    tenants: startTenantWriting(client, operationId, actor),
    money: startMoneyWriting(client, operationId),
    publication: startPublicationWriting(client, operationId, actor),
    moveStays: (point, stays) => moveStays(client, operationId, point, stays),
    recordMove: async ({ from, toExclusive }) => {
      // By the clock that dates runs: which of the two came first decides whether a run is to be made again.
      await client.query(
        `INSERT INTO perimeter_change
           (operation_id, id, effect_day, until_day, created_at, created_by, via, moves_points)
         VALUES ($1, $2, $3::date, $4::date, clock_timestamp(), $5, $6, true)`,
        [operationId, randomUUID(), from, toExclusive, actor.userId, actor.via],
      );
    },
    recordEvent: ({ meteringPointId, ...event }) =>
      insertAuditEventWith(client, {
        ...event,
        operationId,
        actor,
        objectType: "metering_point",
        objectId: meteringPointId,
      }),
  };
}

const COLUMNS: Readonly<Record<keyof MeteringPointDetails, string>> = {
  name: "name",
  address: "address",
  peakPowerW: "peak_power_w",
  injectionContract: "injection_contract",
  withdrawalContract: "withdrawal_contract",
  latitudeDegrees: "latitude_degrees",
  longitudeDegrees: "longitude_degrees",
  voltage: "voltage",
  meterNumber: "meter_number",
  isMeterCommunicating: "is_meter_communicating",
  subscribedPowerVa: "subscribed_power_va",
  annualWithdrawalWh: "annual_withdrawal_wh",
  surfaceM2: "surface_m2",
  energySource: "energy_source",
  isStorage: "is_storage",
};

/** Every field a person may change, in the order of a sheet. */
export const POINT_FIELDS = Object.keys(COLUMNS) as readonly (keyof MeteringPointDetails)[];

async function insertPoint(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { id, prm, participantId, details }: NewPoint,
): Promise<void> {
  const columns = POINT_FIELDS.map((field) => COLUMNS[field]);
  const places = POINT_FIELDS.map((_, index) => `$${index + 5}`);
  await client.query(
    `INSERT INTO metering_point (operation_id, id, prm, participant_id, ${columns.join(", ")})
     VALUES ($1, $2, $3, $4, ${places.join(", ")})`,
    [operationId, id, prm, participantId, ...POINT_FIELDS.map((field) => details[field])],
  );
}

async function updatePoint(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  id: string,
  details: MeteringPointDetails,
): Promise<void> {
  const changes = POINT_FIELDS.map((field, index) => `${COLUMNS[field]} = $${index + 3}`);
  await client.query(`UPDATE metering_point SET ${changes.join(", ")} WHERE operation_id = $1 AND id = $2`, [
    operationId,
    id,
    ...POINT_FIELDS.map((field) => details[field]),
  ]);
}

async function updateStay(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { id, from, toExclusive, requestedFrom, requestedTo, exitCause }: StaySheet,
): Promise<void> {
  await client.query(
    `UPDATE attachment SET from_day = $3::date, to_day = $4::date, requested_from_day = $5::date,
            requested_to_day = $6::date, exit_cause = $7::"ExitCause"
      WHERE operation_id = $1 AND id = $2`,
    [operationId, id, from, toExclusive, requestedFrom, requestedTo, exitCause],
  );
}

async function moveStays(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { id, prm }: { readonly id: string; readonly prm: string },
  stays: readonly StaySheet[],
): Promise<void> {
  const ids = stays.map((stay) => stay.id);
  await client.query("DELETE FROM attachment WHERE operation_id = $1 AND id = ANY($2::uuid[])", [operationId, ids]);
  await client.query(
    `INSERT INTO attachment (operation_id, metering_point_id, prm, id, role, from_day, to_day,
                             requested_from_day, requested_to_day, exit_cause, participant_id)
     SELECT $1, $2, $3, s.* FROM unnest($4::uuid[], $5::"AttachmentRole"[], $6::date[], $7::date[],
                                        $8::date[], $9::date[], $10::"ExitCause"[], $11::uuid[]) AS s`,
    [
      operationId,
      id,
      prm,
      ids,
      stays.map(({ role }) => role),
      stays.map(({ from }) => from),
      stays.map(({ toExclusive }) => toExclusive),
      stays.map(({ requestedFrom }) => requestedFrom),
      stays.map(({ requestedTo }) => requestedTo),
      stays.map(({ exitCause }) => exitCause),
      stays.map(({ holder }) => holder.id),
    ],
  );
}

/** Why a metering point entered by error cannot simply be taken away: it counts for something. */
export type PointUse = "measures" | "runs" | "keys" | "consents" | "requests" | "letters";

const USE_OF_POINT = `
  SELECT use FROM (VALUES
    (1, 'runs', EXISTS (SELECT FROM settlement_run_point WHERE operation_id = $1 AND metering_point_id = $2)),
    (2, 'measures', EXISTS (SELECT FROM load_curve_day WHERE operation_id = $1 AND metering_point_id = $2)),
    (3, 'keys', EXISTS (SELECT FROM static_coefficient s JOIN coefficient_key k
                            ON k.operation_id = s.operation_id AND k.id = s.key_id
                         WHERE s.operation_id = $1 AND s.metering_point_id = $2 AND s.ppm > 0
                           AND k.superseded_at IS NULL)
                 OR EXISTS (SELECT FROM dynamic_simple_day WHERE operation_id = $1 AND consumer_id = $2)
                 OR EXISTS (SELECT FROM dynamic_full_day
                             WHERE operation_id = $1 AND (consumer_id = $2 OR producer_id = $2))),
    (4, 'consents', EXISTS (SELECT FROM consent WHERE operation_id = $1 AND metering_point_id = $2)),
    (6, 'letters', EXISTS (SELECT FROM convention_letter WHERE operation_id = $1 AND metering_point_id = $2)),
    (5, 'requests', EXISTS (SELECT FROM convention_request_line l JOIN convention_request r
                                ON r.operation_id = l.operation_id AND r.id = l.request_id
                             WHERE l.operation_id = $1 AND l.metering_point_id = $2 AND r.state <> 'withdrawn'))
  ) AS u(rank, use, is_used) WHERE is_used ORDER BY rank LIMIT 1`;
