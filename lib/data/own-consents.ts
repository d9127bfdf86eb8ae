import "server-only";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { ConsentKind } from "@/lib/generated/prisma/enums";
import { pool } from "./pg";
import type { OwnParticipant } from "./scope";

/** A consent as its giver reads it. */
export type OwnConsent = {
  readonly id: string;
  readonly kind: ConsentKind;
  /** Null: all his metering points. */
  readonly prm: string | null;
  readonly givenDay: CivilDate;
  /** First day that no longer counts; null: as long as the convention. */
  readonly expiryDay: CivilDate | null;
  readonly withdrawnDay: CivilDate | null;
  readonly participation: boolean;
  readonly curveCollection: boolean;
  readonly supplierTransmission: boolean;
  readonly organiserTransmission: boolean;
  /** Of the signed document, hexadecimal; null without one. */
  readonly sha256: string | null;
};

/** Everything a participant agreed to, or was told, latest first. */
export async function listOwnConsents({ operationId, participantId }: OwnParticipant): Promise<readonly OwnConsent[]> {
  const { rows } = await pool.query<OwnConsent>(
    `SELECT c.id::text, c.kind::text AS kind, p.prm, c.given_day::text AS "givenDay",
            c.expiry_day::text AS "expiryDay", c.withdrawn_day::text AS "withdrawnDay", c.participation,
            c.curve_collection AS "curveCollection", c.supplier_transmission AS "supplierTransmission",
            c.organiser_transmission AS "organiserTransmission", encode(c.sha256, 'hex') AS sha256
       FROM consent c
       LEFT JOIN metering_point p ON p.operation_id = c.operation_id AND p.id = c.metering_point_id
      WHERE c.operation_id = $1 AND c.participant_id = $2
      ORDER BY c.given_day DESC, c.id DESC`,
    [operationId, participantId],
  );
  return rows;
}
