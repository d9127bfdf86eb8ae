import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type AuditEntry, insertAuditEventWith } from "./audit-events";
import { insertCoefficientKeyWith, type NewCoefficientKey } from "./coefficient-keys";
import { insertKeptFile } from "./kept-files";
import type { ReceivedFile } from "./measure-import-writing";
import { type MoneyWriting, startMoneyWriting } from "./money-writing";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import { type PublicationWriting, startPublicationWriting } from "./publications";
import type { Actor, AuthorizedOperationId } from "./scope";

/** A participant with its details as they will be; one whose id is unknown is new. */
export type ParticipantRow = {
  readonly id: string;
  readonly name: string;
  readonly legalId: string | null;
  readonly address: string | null;
  readonly email: string | null;
};

/** A metering point as it will be; one whose id is unknown is new, and is called as its holder. */
export type PointRow = {
  readonly id: string;
  readonly prm: string;
  readonly participantId: string;
  readonly name: string;
  /** Null keeps what is known: a consumer's line does not say it. [W] */
  readonly peakPowerW: number | null;
  readonly injectionContract: string | null;
};

/** The perimeter of an operation from a day on. */
export type PerimeterChange = {
  readonly effectDay: CivilDate;
  readonly file: ReceivedFile;
  readonly management: PerimeterManagement;
  readonly participants: readonly ParticipantRow[];
  readonly points: readonly PointRow[];
  /** Everyone who takes part from the day on, held as `points` say; who is not here leaves. */
  readonly members: readonly { readonly meteringPointId: string; readonly role: PerimeterRole }[];
  /** Whether anybody enters or leaves. */
  readonly movesPoints: boolean;
  /** Null: the key in force goes on. */
  readonly key: NewCoefficientKey | null;
  /** What the audit trail tells of it: counts and ids. */
  readonly audit: NonNullable<AuditEntry["after"]>;
};

export type PerimeterWriting = {
  readonly writeChange: (change: PerimeterChange) => Promise<string>;
  /** Who holds a metering point decides which prices are his. */
  readonly money: MoneyWriting;
  /** It decides whose energy is in figures that are public, too. */
  readonly publication: PublicationWriting;
};

/**
 * Runs one change of the perimeter as one transaction: all of it is kept, or none.
 *
 * No settlement, no key and no other change of the perimeter ends meanwhile: what `body` reads is what it changes.
 */
export async function writePerimeter<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: PerimeterWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    body({
      writeChange: (change) => writeChange(client, operationId, actor, change),
      money: startMoneyWriting(client, operationId),
      publication: startPublicationWriting(client, operationId, actor),
    }),
  );
}

const ONE_OPERATION_AT_A_TIME = "attachment_one_operation_at_a_time";

/** Whether a write was refused because another operation holds a PRM, which it did not a moment before. */
export function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === ONE_OPERATION_AT_A_TIME;
}

async function writeChange(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  change: PerimeterChange,
): Promise<string> {
  const id = randomUUID();
  await client.query("UPDATE operation SET perimeter_management = $2 WHERE id = $1", [operationId, change.management]);
  await upsertParticipants(client, operationId, change.participants);
  await upsertPoints(client, operationId, change.points);
  await moveAttachments(client, operationId, change);
  if (change.key) await insertCoefficientKeyWith(client, operationId, actor, change.key);
  await recordChange(client, operationId, actor, id, change);
  return id;
}

// Who has neither SIRET nor RNA is a resident; a body known by hand stays one when a workbook forgets its number.
const KIND_OF_NEW = `CASE WHEN p.legal_id IS NULL THEN 'natural' ELSE 'legal' END::"ParticipantKind"`;

async function upsertParticipants(
  client: PoolClient,
  operationId: string,
  rows: readonly ParticipantRow[],
): Promise<void> {
  await client.query(
    `INSERT INTO participant (operation_id, id, kind, name, legal_id, address, email)
     SELECT $1, p.id, ${KIND_OF_NEW}, p.name, p.legal_id, p.address, p.email
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS p(id, name, legal_id, address, email)
     ON CONFLICT (operation_id, id) DO UPDATE SET name = excluded.name, legal_id = excluded.legal_id,
       address = excluded.address, email = excluded.email,
       kind = CASE WHEN excluded.legal_id IS NULL THEN participant.kind ELSE excluded.kind END`,
    [
      operationId,
      rows.map((row) => row.id),
      rows.map((row) => row.name),
      rows.map((row) => row.legalId),
      rows.map((row) => row.address),
      rows.map((row) => row.email),
    ],
  );
}

// What is the former holder's own does not go to the next one: his contract, and a site called as he is.
const IS_HANDED_OVER = "metering_point.participant_id <> excluded.participant_id";
const FORGET_FORMER_HOLDER = `
       name = CASE WHEN ${IS_HANDED_OVER} AND EXISTS (SELECT FROM participant f WHERE f.operation_id = $1
                          AND f.id = metering_point.participant_id AND f.name = metering_point.name)
                   THEN excluded.name ELSE metering_point.name END,
       withdrawal_contract = CASE WHEN ${IS_HANDED_OVER} THEN NULL ELSE metering_point.withdrawal_contract END,
       subscribed_power_va = CASE WHEN ${IS_HANDED_OVER} THEN NULL ELSE metering_point.subscribed_power_va END,
       annual_withdrawal_wh = CASE WHEN ${IS_HANDED_OVER} THEN NULL ELSE metering_point.annual_withdrawal_wh END`;

// The name of a site is people's own: a workbook, which has none, does not change it.
async function upsertPoints(client: PoolClient, operationId: string, rows: readonly PointRow[]): Promise<void> {
  await client.query(
    `INSERT INTO metering_point (operation_id, id, prm, participant_id, name, peak_power_w, injection_contract)
     SELECT $1, p.* FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::int[], $7::text[]) AS p
     ON CONFLICT (operation_id, id) DO UPDATE SET participant_id = excluded.participant_id,
       ${FORGET_FORMER_HOLDER},
       peak_power_w = coalesce(excluded.peak_power_w, metering_point.peak_power_w),
       injection_contract = coalesce(excluded.injection_contract, metering_point.injection_contract)`,
    [
      operationId,
      rows.map((row) => row.id),
      rows.map((row) => row.prm),
      rows.map((row) => row.participantId),
      rows.map((row) => row.name),
      rows.map((row) => row.peakPowerW),
      rows.map((row) => row.injectionContract),
    ],
  );
}

const NO_EXIT = "to_day = NULL, requested_to_day = NULL, exit_cause = NULL";
const IS_OPEN = `EXISTS (SELECT FROM attachment o WHERE o.operation_id = $1 AND o.to_day IS NULL
                          AND o.metering_point_id = a.metering_point_id AND o.role = a.role)`;
const IS_MEMBER = `EXISTS (SELECT FROM unnest($3::uuid[], $4::text[]) AS m(id, role)
                            WHERE m.id = a.metering_point_id AND m.role = a.role::text)`;
const STAYS = `${IS_MEMBER} AND EXISTS (SELECT FROM metering_point p WHERE p.operation_id = $1
                                           AND p.id = a.metering_point_id AND p.participant_id = a.participant_id)`;

/**
 * From the day on, members are attached without end, to who holds them now, and nobody else is; before it, nothing
 * changes: the stay of a former holder ends where the next one's begins, and has no cause, since the PRM does not leave.
 */
async function moveAttachments(
  client: PoolClient,
  operationId: string,
  { effectDay, members }: PerimeterChange,
): Promise<void> {
  const values = [
    operationId,
    effectDay,
    members.map(({ meteringPointId }) => meteringPointId),
    members.map(({ role }) => role),
  ];
  // An entry planned for later is replaced; one of the very day, if withdrawn, has never counted.
  await client.query(
    `DELETE FROM attachment a
      WHERE operation_id = $1 AND (from_day > $2::date OR from_day = $2::date AND NOT (${STAYS}))`,
    values,
  );
  await client.query(
    `UPDATE attachment a SET to_day = $2::date, requested_to_day = NULL,
            exit_cause = CASE WHEN ${IS_MEMBER} THEN NULL ELSE 'organiser'::"ExitCause" END
      WHERE operation_id = $1 AND (to_day IS NULL OR to_day > $2::date) AND NOT (${STAYS})`,
    values,
  );
  await client.query(
    `UPDATE attachment a SET ${NO_EXIT} WHERE operation_id = $1 AND to_day > $2::date AND ${STAYS}`,
    values,
  );
  // What ended that very day and comes back has never left.
  await client.query(
    `UPDATE attachment a SET ${NO_EXIT}
      WHERE operation_id = $1 AND to_day = $2::date AND ${STAYS} AND NOT ${IS_OPEN}`,
    values,
  );
  await client.query(
    `INSERT INTO attachment (operation_id, id, metering_point_id, participant_id, prm, role, from_day)
     SELECT $1, gen_random_uuid(), p.id, p.participant_id, p.prm, m.role::"AttachmentRole", $2::date
       FROM unnest($3::uuid[], $4::text[]) AS m(id, role)
       JOIN metering_point p ON p.operation_id = $1 AND p.id = m.id
      WHERE NOT EXISTS (SELECT FROM attachment a WHERE a.operation_id = $1 AND a.metering_point_id = m.id
                           AND a.role::text = m.role AND a.to_day IS NULL)`,
    values,
  );
}

async function recordChange(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  id: string,
  { effectDay, file, movesPoints, audit }: PerimeterChange,
): Promise<void> {
  await insertKeptFile(client, operationId, file.sha256, file.bytes);
  await client.query(
    `INSERT INTO perimeter_change
       (operation_id, id, effect_day, created_at, created_by, via, file_name, sha256, moves_points)
     VALUES ($1, $2, $3::date, clock_timestamp(), $4, $5, $6, $7, $8)`,
    [operationId, id, effectDay, actor.userId, actor.via, file.name, Buffer.from(file.sha256), movesPoints],
  );
  const entry = { operationId, actor, action: "apply.annex_2", objectType: "perimeter_change", objectId: id } as const;
  await insertAuditEventWith(client, { ...entry, after: audit });
}
