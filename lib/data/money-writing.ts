import "server-only";
import type { PoolClient } from "pg";
import type { TariffTotals } from "@/lib/domain/tariffs/break-down-curves";
import type { RunMoneyRow } from "@/lib/domain/tariffs/run-money";
import type { ScheduledPeriod } from "@/lib/domain/tariffs/tariff-periods";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listPriceEntries, type PriceRecord } from "./price-entries";
import { listRunCurves, type RunOfPeriod } from "./run-tariffs";
import type { AuthorizedOperationId } from "./scope";
import type { RunPair, RunPoint } from "./settlement-runs";

/** Who holds a metering point from a day on. */
export type HolderStay = {
  readonly meteringPointId: string;
  readonly participantId: string;
  readonly from: CivilDate;
  readonly toExclusive: CivilDate | null;
};

/** What is stored of a run that money is derived from. */
export type RunEnergies = {
  readonly points: readonly Pick<RunPoint, "meteringPointId" | "role" | "energyWh" | "sharedWh">[];
  readonly tariffs: readonly TariffTotals[];
  readonly pairs: readonly RunPair[];
};

/** `closedAt`: when its period was closed; null while it is open. */
export type LatestRun = RunOfPeriod & { readonly closedAt: Date | null };

/** What deriving the money of runs reads and writes, in the transaction of what it follows from. */
export type MoneyWriting = {
  readonly listPrices: () => Promise<readonly PriceRecord[]>;
  readonly listHolders: () => Promise<readonly HolderStay[]>;
  /** The latest run of each period that has a day from `day` on, of all when it is null; closed ones too. */
  readonly listLatestRunsSince: (day: CivilDate | null) => Promise<readonly LatestRun[]>;
  readonly readEnergies: (runId: string) => Promise<RunEnergies>;
  readonly listCurves: (runId: string, meteringPointIds: readonly string[]) => ReturnType<typeof listRunCurves>;
  /** Puts what is derived in the place of what was. */
  readonly replaceMoney: (runId: string, rows: readonly RunMoneyRow[]) => Promise<void>;
};

type LatestRunRow = Omit<LatestRun, "period"> & { readonly from: CivilDate; readonly to: CivilDate };

/** Reads and writes the money of runs within a transaction that holds the lock of settlements. */
export function startMoneyWriting(client: PoolClient, operationId: AuthorizedOperationId): MoneyWriting {
  return {
    listPrices: () => listPriceEntries(operationId, client),
    listHolders: async () => {
      const { rows } = await client.query<HolderStay>(
        `SELECT metering_point_id::text AS "meteringPointId", participant_id::text AS "participantId",
                from_day::text AS "from", to_day::text AS "toExclusive"
           FROM attachment WHERE operation_id = $1 ORDER BY from_day`,
        [operationId],
      );
      return rows;
    },
    listLatestRunsSince: async (day) => {
      const { rows } = await client.query<LatestRunRow>(
        `SELECT DISTINCT ON (r.period_from) r.id::text, r.period_from::text AS "from", r.period_to::text AS "to",
                r.step_minutes::int AS "stepMinutes", c.closed_at AS "closedAt"
           FROM settlement_run r
           LEFT JOIN period_closing c
                  ON c.operation_id = r.operation_id AND c.reopened_at IS NULL
                 AND c.period_from < r.period_to AND c.period_to > r.period_from
          WHERE r.operation_id = $1 AND ($2::date IS NULL OR r.period_to > $2::date)
          ORDER BY r.period_from, r.version DESC`,
        [operationId, day],
      );
      return rows.map(({ from, to, ...run }) => ({ ...run, period: { from, toExclusive: to } }));
    },
    readEnergies: (runId) => readEnergies(client, operationId, runId),
    listCurves: (runId, meteringPointIds) => listRunCurves(client, operationId, runId, meteringPointIds),
    replaceMoney: (runId, rows) => replaceMoney(client, operationId, runId, rows),
  };
}

async function readEnergies(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<RunEnergies> {
  const of = [operationId, runId];
  const points = await client.query<RunEnergies["points"][number]>(
    `SELECT metering_point_id::text AS "meteringPointId", role::text, energy_wh AS "energyWh", shared_wh AS "sharedWh"
       FROM settlement_run_point WHERE operation_id = $1 AND run_id = $2`,
    of,
  );
  // Written by copyRunTariffs: NONE is for the steps without off-peak hours.
  const tariffs = await client.query<TariffTotals & { period: ScheduledPeriod | null }>(
    `SELECT metering_point_id::text AS "meteringPointId", role::text, nullif(tariff_period, 'NONE') AS period,
            energy_wh AS "energyWh", shared_wh AS "sharedWh"
       FROM settlement_run_tariff WHERE operation_id = $1 AND run_id = $2`,
    of,
  );
  const pairs = await client.query<RunPair>(
    `SELECT producer_id::text AS "producerId", consumer_id::text AS "consumerId", energy_wh AS "energyWh"
       FROM settlement_run_pair WHERE operation_id = $1 AND run_id = $2`,
    of,
  );
  return { points: points.rows, tariffs: tariffs.rows, pairs: pairs.rows };
}

async function replaceMoney(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  runId: string,
  rows: readonly RunMoneyRow[],
): Promise<void> {
  await client.query("DELETE FROM run_money WHERE operation_id = $1 AND run_id = $2", [operationId, runId]);
  await client.query(
    `INSERT INTO run_money (operation_id, run_id, metering_point_id, role, without_cents, saved_cents, supply_cents,
       internal_cents, network_cents, excise_cents, vat_cents, fee_cents, ordinary_network_cents, shared_network_cents,
       resale_cents, lacking, is_apportioned)
     SELECT $1, $2, (row->>'meteringPointId')::uuid, (row->>'role')::"AttachmentRole", (row->>'withoutCents')::int,
       (row->>'savedCents')::int, (row->>'supplyCents')::int, (row->>'internalCents')::int, (row->>'networkCents')::int,
       (row->>'exciseCents')::int, (row->>'vatCents')::int, (row->>'feeCents')::int,
       (row->>'ordinaryNetworkCents')::int, (row->>'sharedNetworkCents')::int, (row->>'resaleCents')::int,
       ARRAY(SELECT jsonb_array_elements_text(row->'lacking')), (row->>'isApportioned')::boolean
       FROM jsonb_array_elements($3::jsonb) AS row`,
    [operationId, runId, JSON.stringify(rows)],
  );
}
