import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { SharedCurve, TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import type { DatedTariffSeason } from "@/lib/domain/tariffs/tariff-season";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { type AuditEntry, insertAuditEventWith } from "./audit-events";
import { type MoneyWriting, startMoneyWriting } from "./money-writing";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import { copyRunTariffs, deleteRunTariffs, listRunCurves, listRunsSince, type RunOfPeriod } from "./run-tariffs";
import type { Actor, AuthorizedOperationId } from "./scope";
import { encodeRanges } from "./tariff-schedules";

export type TariffWriting = {
  /** One of these metering points whose holder asked to be forgotten: nothing is added to it; null when there is none. */
  readonly findErased: (meteringPointIds: readonly string[]) => Promise<string | null>;
  /** Ends what stands of a metering point from this very day; false when nothing does. */
  readonly endSchedule: (meteringPointId: string, from: CivilDate) => Promise<boolean>;
  readonly insertSchedule: (meteringPointId: string, schedule: DatedTariffSchedule) => Promise<void>;
  /** Puts a season in the place of what stands from its day. */
  readonly putSeason: (season: DatedTariffSeason) => Promise<void>;
  readonly listRunsSince: (day: CivilDate) => Promise<readonly RunOfPeriod[]>;
  readonly listRunCurves: (runId: string, meteringPointIds: readonly string[]) => Promise<readonly SharedCurve[]>;
  /** Puts what is derived anew in the place of what was, for these metering points of a run. */
  readonly replaceRunTariffs: (
    runId: string,
    meteringPointIds: readonly string[],
    tariffs: readonly TariffTotals[],
  ) => Promise<void>;
  readonly money: MoneyWriting;
  readonly recordEvent: (
    event: Pick<AuditEntry, "action" | "objectType" | "objectId" | "before" | "after">,
  ) => Promise<void>;
};

/**
 * Runs one change of off-peak hours or seasons as one transaction, with all that is derived from them.
 *
 * Under the lock of settlements: a run either is stored after the change and knows it, or is one of those derived anew.
 */
export async function writeTariffs<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  body: (writing: TariffWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(settlementLock(operationId), (client) =>
    body(startTariffWriting(client, operationId, actor)),
  );
}

/** The same within a transaction that holds the lock of settlements already. */
export function startTariffWriting(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
): TariffWriting {
  return {
    findErased: async (meteringPointIds) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT p.id::text FROM metering_point p
           JOIN participant h ON h.operation_id = p.operation_id AND h.id = p.participant_id
          WHERE p.operation_id = $1 AND p.id = ANY($2::uuid[])
            AND (h.restricted_at IS NOT NULL OR h.erased_at IS NOT NULL) LIMIT 1`,
        [operationId, meteringPointIds],
      );
      return rows[0]?.id ?? null;
    },
    endSchedule: async (meteringPointId, from) => {
      const { rowCount } = await client.query(
        `UPDATE tariff_schedule SET superseded_at = clock_timestamp(), superseded_by = $4
          WHERE operation_id = $1 AND metering_point_id = $2 AND from_day = $3::date AND superseded_at IS NULL`,
        [operationId, meteringPointId, from, actor.userId],
      );
      return rowCount === 1;
    },
    insertSchedule: (meteringPointId, schedule) =>
      insertSchedule(client, { operationId, meteringPointId, actor }, schedule),
    putSeason: async ({ from, highSeasonMonths }) => {
      await client.query(
        `UPDATE tariff_season SET superseded_at = clock_timestamp(), superseded_by = $3
          WHERE operation_id = $1 AND from_day = $2::date AND superseded_at IS NULL`,
        [operationId, from, actor.userId],
      );
      await client.query(
        `INSERT INTO tariff_season (operation_id, id, from_day, high_season_months, created_at, created_by)
         VALUES ($1, $2, $3::date, $4::smallint[], clock_timestamp(), $5)`,
        [operationId, randomUUID(), from, highSeasonMonths, actor.userId],
      );
    },
    listRunsSince: (day) => listRunsSince(client, operationId, day),
    listRunCurves: (runId, meteringPointIds) => listRunCurves(client, operationId, runId, meteringPointIds),
    replaceRunTariffs: async (runId, meteringPointIds, tariffs) => {
      await deleteRunTariffs(client, operationId, runId, meteringPointIds);
      await copyRunTariffs(client, operationId, runId, tariffs);
    },
    money: startMoneyWriting(client, operationId),
    recordEvent: (event) => insertAuditEventWith(client, { ...event, operationId, actor }),
  };
}

async function insertSchedule(
  client: PoolClient,
  {
    operationId,
    meteringPointId,
    actor,
  }: {
    readonly operationId: AuthorizedOperationId;
    readonly meteringPointId: string;
    readonly actor: Actor;
  },
  { from, structure, offPeak, lowSeasonOffPeak, highSeasonMonths }: DatedTariffSchedule,
): Promise<void> {
  await client.query(
    `INSERT INTO tariff_schedule (operation_id, id, metering_point_id, from_day, structure, off_peak,
       low_season_off_peak, high_season_months, created_at, created_by)
     VALUES ($1, $2, $3, $4::date, $5::"TariffStructure", $6, $7, $8::smallint[], clock_timestamp(), $9)`,
    [
      operationId,
      randomUUID(),
      meteringPointId,
      from,
      structure,
      encodeRanges(offPeak),
      lowSeasonOffPeak && encodeRanges(lowSeasonOffPeak),
      highSeasonMonths ?? [],
      actor.userId,
    ],
  );
}
