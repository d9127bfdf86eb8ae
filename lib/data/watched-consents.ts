import "server-only";
import type { Consent } from "@/lib/domain/consents/consent";
import type { ConsentHolder, ConsentPoint } from "@/lib/domain/consents/list-missing-consents";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { groupByOperation } from "./group-by-operation";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** Who takes part in an operation and what they agreed to, by id: nothing here names anybody. */
export type WatchedConsents = {
  readonly participants: readonly (ConsentHolder & {
    /** His data are gone already. */
    readonly isErased: boolean;
  })[];
  /** A point that changed hands stands once for each holder, with the days he held it. */
  readonly points: readonly ConsentPoint[];
  readonly consents: readonly Consent[];
};

type Found<T> = { readonly operationId: string } & T;
type StayRow = Found<{ id: string; participantId: string; from: CivilDate; toExclusive: CivilDate | null }>;

/** The consents of many operations. */
export async function readWatchedConsents(
  operationIds: readonly AuthorizedOperationId[],
): Promise<ReadonlyMap<string, WatchedConsents>> {
  const [participants, stays, consents] = await Promise.all([
    pool.query<Found<WatchedConsents["participants"][number]>>(
      `SELECT operation_id::text AS "operationId", id::text, is_tenant AS "isTenant",
              erased_at IS NOT NULL AS "isErased"
         FROM participant
        WHERE operation_id = ANY($1::uuid[])`,
      [operationIds],
    ),
    pool.query<StayRow>(
      `SELECT operation_id::text AS "operationId", metering_point_id::text AS id, participant_id::text AS "participantId",
              from_day::text AS "from", to_day::text AS "toExclusive"
         FROM attachment WHERE operation_id = ANY($1::uuid[]) ORDER BY metering_point_id, from_day`,
      [operationIds],
    ),
    pool.query<Found<Consent>>(
      `SELECT operation_id::text AS "operationId", participant_id::text AS "participantId",
              metering_point_id::text AS "meteringPointId", kind::text, given_day::text AS "givenDay",
              expiry_day::text AS "expiryDay", withdrawn_day::text AS "withdrawnDay", participation,
              curve_collection AS "curveCollection", supplier_transmission AS "supplierTransmission",
              organiser_transmission AS "organiserTransmission"
         FROM consent WHERE operation_id = ANY($1::uuid[])`,
      [operationIds],
    ),
  ]);
  const participantsOf = groupByOperation(participants.rows);
  const staysOf = groupByOperation(stays.rows);
  const consentsOf = groupByOperation(consents.rows);
  return new Map(
    operationIds.map((id) => [
      id,
      {
        participants: participantsOf.get(id) ?? [],
        points: toPoints(staysOf.get(id) ?? []),
        consents: consentsOf.get(id) ?? [],
      },
    ]),
  );
}

function toPoints(stays: readonly StayRow[]): readonly ConsentPoint[] {
  const held = new Map<string, ConsentPoint & { readonly attachments: StayRow[] }>();
  for (const stay of stays) {
    const { id, participantId } = stay;
    const point = held.get(`${id}|${participantId}`);
    if (point) point.attachments.push(stay);
    else held.set(`${id}|${participantId}`, { id, participantId, attachments: [stay] });
  }
  return [...held.values()];
}
