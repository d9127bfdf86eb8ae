import "server-only";
import type { PoolClient } from "pg";
import { type OperationParty, PARTY_FIELDS, type PartyRole } from "@/lib/domain/operation/operation-party";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEvent, insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import type { OperationSheet } from "./operations";
import { inLockedTransaction, pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "./scope";

export type OperationParties = Readonly<Partial<Record<PartyRole, OperationParty>>>;

const PARTY = {
  organisationName: true,
  siret: true,
  legalForm: true,
  nafCode: true,
  lastName: true,
  firstName: true,
  jobTitle: true,
  address: true,
  postalCode: true,
  city: true,
  phone: true,
  email: true,
} as const;

/** The bodies and people an operation's convention names, by their part in it. */
export async function readOperationParties(operationId: AuthorizedOperationId): Promise<OperationParties> {
  const parties = await prisma.operationParty.findMany({ where: { operationId }, select: { role: true, ...PARTY } });
  return Object.fromEntries(parties.map(({ role, ...party }) => [role, party]));
}

/**
 * Writes one party; one of which nothing is said any more is removed. One transaction.
 *
 * The trail says which fields changed, never what they said: most of them name people.
 */
export async function writeOperationParty(
  operationId: AuthorizedOperationId,
  actor: Actor,
  role: PartyRole,
  party: Partial<OperationParty>,
): Promise<void> {
  await prisma.$transaction((tx) => writeOperationPartyIn(tx, operationId, actor, role, party));
}

/** The same inside a transaction. */
export async function writeOperationPartyIn(
  tx: Prisma.TransactionClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  role: PartyRole,
  party: Partial<OperationParty>,
): Promise<void> {
  const fields = PARTY_FIELDS[role];
  const data = Object.fromEntries(fields.map((field) => [field, party[field] ?? null]));
  const key = { operationId_role: { operationId, role } };
  const before = await tx.operationParty.findUnique({ where: key, select: PARTY });
  const changed = fields.filter((field) => (before?.[field] ?? null) !== data[field]);
  if (changed.length === 0) return;
  const isEmpty = fields.every((field) => data[field] === null);
  if (isEmpty) await tx.operationParty.delete({ where: key, select: { role: true } });
  else {
    const create = { operationId, role, ...data };
    await tx.operationParty.upsert({ where: key, create, update: data, select: { role: true } });
  }
  const entry = { operationId, actor, objectType: "operation", objectId: operationId } as const;
  await insertAuditEvent({ ...entry, action: "update.operation_party", after: { role, fields: changed } }, tx);
}

/** What the sheet says of the operation itself. Absent: stays as it is. */
export type OperationChange = Partial<
  Pick<
    OperationSheet,
    | "name"
    | "place"
    | "proximityKind"
    | "derogationBasis"
    | "networkZone"
    | "perimeterManagement"
    | "holidayRegion"
    | "accNumber"
    | "startDay"
    | "monthlyAnniversaryDay"
    | "stepMinutes"
    | "conventionSignedDay"
  >
>;

const HAS_FIGURES = `(EXISTS (SELECT FROM settlement_run WHERE operation_id = o.id)
                      OR EXISTS (SELECT FROM load_curve_day WHERE operation_id = o.id))`;

const COLUMNS: Readonly<Record<keyof OperationChange, string>> = {
  name: "name",
  place: "place",
  proximityKind: "proximity_kind",
  derogationBasis: "derogation_basis",
  networkZone: "network_zone",
  perimeterManagement: "perimeter_management",
  holidayRegion: "holiday_region",
  accNumber: "acc_number",
  startDay: "start_day",
  monthlyAnniversaryDay: "monthly_anniversary_day",
  stepMinutes: "step_minutes",
  conventionSignedDay: "convention_signed_day",
};

// As text: the driver would make a day an instant of the machine's zone.
const DAYS: readonly string[] = ["startDay", "conventionSignedDay"] satisfies (keyof OperationChange)[];

export type OperationUpdating = {
  /** Its values now, which nobody else changes meanwhile. */
  readonly before: Readonly<Record<keyof OperationChange, string | number | null>>;
  /** Whether measures or results are there already. */
  readonly hasFigures: boolean;
  /** First day on which anything but the start itself happens to the perimeter or the key; null when nothing does. */
  readonly firstLaterChange: CivilDate | null;
  readonly write: (change: OperationChange) => Promise<void>;
};

/**
 * Changes an operation as one transaction, with an audit row that tells before and after.
 *
 * No settlement, key or change of the perimeter ends meanwhile: what `body` reads is what it changes.
 */
export async function updateOperation(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (updating: OperationUpdating) => Promise<void>,
): Promise<void> {
  await inLockedTransaction(settlementLock(operationId), async (client) => {
    const selected = Object.entries(COLUMNS).map(
      ([field, column]) => `${column}${DAYS.includes(field) ? "::text" : ""} AS "${field}"`,
    );
    const { rows } = await client.query<OperationUpdating["before"] & { hasFigures: boolean; later: CivilDate | null }>(
      `SELECT ${selected.join(", ")},
              ${HAS_FIGURES} AS "hasFigures",
              (SELECT min(day)::text FROM (
                 SELECT from_day AS day FROM attachment WHERE operation_id = o.id
                 UNION ALL SELECT to_day FROM attachment WHERE operation_id = o.id
                 UNION ALL SELECT from_day FROM coefficient_key WHERE operation_id = o.id AND superseded_at IS NULL AND state = 'sent'
               ) AS changes WHERE day <> o.start_day) AS later
         FROM operation o WHERE id = $1 FOR UPDATE OF o`,
      [operationId],
    );
    const [row] = rows;
    if (!row) throw new Error("the operation is gone");
    const { hasFigures, later, ...before } = row;
    const write = async (change: OperationChange) => {
      const fields = (Object.keys(change) as (keyof OperationChange)[]).filter(
        (field) => change[field] !== undefined && change[field] !== before[field],
      );
      if (fields.length === 0) return;
      const sets = fields.map((field, index) => `${COLUMNS[field]} = $${index + 2}`);
      if (fields.includes("holidayRegion")) sets.push("holiday_region_changed_at = clock_timestamp()");
      const values = fields.map((field) => change[field]);
      await client.query(`UPDATE operation SET ${sets.join(", ")} WHERE id = $1`, [operationId, ...values]);
      if (change.startDay && fields.includes("startDay")) {
        await moveStart(client, operationId, before.startDay, change.startDay);
      }
      const pick = (from: OperationChange | OperationUpdating["before"]) =>
        Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));
      const entry = { operationId, actor, objectType: "operation", objectId: operationId } as const;
      const told = { before: pick(before), after: pick(change) };
      await insertAuditEventWith(client, { ...entry, action: "update.operation", ...told });
    };
    await body({ before, hasFigures, firstLaterChange: later, write });
  });
}

/** What began with the operation goes on beginning with it. */
async function moveStart(
  client: PoolClient,
  operationId: string,
  from: OperationUpdating["before"]["startDay"],
  to: CivilDate,
): Promise<void> {
  await client.query("UPDATE attachment SET from_day = $3::date WHERE operation_id = $1 AND from_day = $2::date", [
    operationId,
    from,
    to,
  ]);
  await client.query(
    `UPDATE coefficient_key SET from_day = $3::date
      WHERE operation_id = $1 AND from_day = $2::date AND superseded_at IS NULL`,
    [operationId, from, to],
  );
}

/** Who has an ACC number, for one who would give it to his own operation. */
export type AccNumberHolder = {
  /** Null when it is another collectivity's, of which nothing is told. */
  readonly name: string | null;
};

/**
 * The operation that has an ACC number.
 *
 * @param own - For whom it is asked: the operation that wants it, or the collectivity that creates one.
 * @returns Null when nobody else has it.
 */
export async function findAccNumberHolder(
  own: { readonly operationId: AuthorizedOperationId } | { readonly collectivityId: AuthorizedCollectivityId },
  accNumber: string,
): Promise<AccNumberHolder | null> {
  const operationId = "operationId" in own ? own.operationId : null;
  const collectivityId = "collectivityId" in own ? own.collectivityId : null;
  const { rows } = await pool.query<AccNumberHolder>(
    // The name of what belongs to others never leaves the database.
    `SELECT CASE WHEN collectivity_id = coalesce($2::uuid, (SELECT collectivity_id FROM operation WHERE id = $1::uuid))
                 THEN name END AS name
       FROM operation WHERE acc_number = $3 AND id IS DISTINCT FROM $1::uuid`,
    [operationId, collectivityId, accNumber],
  );
  return rows[0] ?? null;
}

/** Whether measures or results are there, which the calendar of an operation must not change under. */
export async function hasFigures(operationId: AuthorizedOperationId): Promise<boolean> {
  const { rows } = await pool.query<{ has: boolean }>(`SELECT ${HAS_FIGURES} AS has FROM operation o WHERE id = $1`, [
    operationId,
  ]);
  return rows[0]?.has ?? false;
}

/** The producers and consumers of an operation with the days they count; counts and declarations are made of them. */
export type CountedPoint = {
  readonly meteringPointId: string;
  readonly role: "consumer" | "producer";
  readonly energySource: string | null;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
};

export async function listCountedPoints(operationId: AuthorizedOperationId): Promise<readonly CountedPoint[]> {
  const { rows } = await pool.query<CountedPoint>(
    `SELECT a.metering_point_id AS "meteringPointId", a.role::text AS role, p.energy_source::text AS "energySource",
            a.from_day::text AS "from", a.to_day::text AS "toExclusive"
       FROM attachment a
       JOIN metering_point p ON p.operation_id = a.operation_id AND p.id = a.metering_point_id
      WHERE a.operation_id = $1`,
    [operationId],
  );
  return rows;
}
