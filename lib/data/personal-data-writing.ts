import "server-only";
import type { PoolClient } from "pg";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { emptyLinksOfParticipant } from "./account-link-emptying";
import { insertAuditEventWith } from "./audit-events";
import { purgeKeptFiles } from "./kept-files";
import { measuresLock, settlementLock } from "./operation-locks";
import { endAccessesOf } from "./participant-accesses";
import { eraseCorrespondence } from "./personal-data-correspondence";
import { erasePriceSources } from "./personal-data-money";
import { inLockedTransaction, lockUntilEnd } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Everything that names a person, and what takes its place. */
export type Erasure = {
  readonly participantId: string;
  readonly participantName: string;
  readonly siteName: string;
  /** In the place of what people wrote in their own words. */
  readonly erasedText: string;
  /** In the place of where a price came from. */
  readonly erasedSource: string;
  /** By which what others wrote names him. */
  readonly texts: readonly string[];
  /** Metering points that nobody else holds, with the number that stands for the PRM from now on. */
  readonly points: readonly { readonly id: string; readonly prm: string }[];
  /** What the files of his curves start their name with: PRM, contract. */
  readonly curveIdentifiers: readonly string[];
  readonly workbookNames: readonly { readonly perimeterChangeId: string; readonly name: string }[];
  readonly reports: readonly { readonly importId: string; readonly report: ImportReport }[];
  readonly importFileNames: readonly {
    readonly importId: string;
    readonly position: number;
    readonly name: string;
  }[];
  /** Files whose content goes, hexadecimal. */
  readonly purgedFiles: readonly string[];
};

export type PersonalDataWriting = {
  /** What need not be kept goes at once; a natural person is marked as restricted. */
  readonly restrict: (options: { readonly isMarked: boolean }) => Promise<void>;
  readonly erase: (erasure: Erasure) => Promise<void>;
};

/**
 * Runs one restriction or erasure as one transaction.
 *
 * No import, no settlement, no change of the perimeter and no consent of his ends meanwhile: what `body` finds to erase
 * is all there is.
 */
export async function writePersonalData<T>(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  body: (writing: PersonalDataWriting) => Promise<T>,
): Promise<T> {
  return inLockedTransaction(measuresLock(operationId), async (client) => {
    await lockUntilEnd(client, settlementLock(operationId));
    const who = [operationId, participantId];
    await client.query("SELECT FROM participant WHERE operation_id = $1 AND id = $2 FOR NO KEY UPDATE", who);
    return body({
      restrict: (options) => restrict(client, operationId, actor, participantId, options),
      erase: (erasure) => erase(client, operationId, actor, erasure),
    });
  });
}

async function restrict(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  { isMarked }: { readonly isMarked: boolean },
): Promise<void> {
  const who = [operationId, participantId];
  await client.query(
    `UPDATE participant SET email = NULL, phone = NULL,
            restricted_at = CASE WHEN $3 THEN coalesce(restricted_at, clock_timestamp()) ELSE restricted_at END
      WHERE operation_id = $1 AND id = $2`,
    [...who, isMarked],
  );
  if (isMarked) {
    await client.query(
      "UPDATE consent SET withdrawal_note = NULL WHERE operation_id = $1 AND participant_id = $2",
      who,
    );
    await client.query(
      `UPDATE metering_point SET latitude_degrees = NULL, longitude_degrees = NULL
        WHERE operation_id = $1 AND participant_id = $2`,
      who,
    );
  }
  const fields = isMarked ? ["email", "phone", "withdrawalNote", "coordinates"] : ["email", "phone"];
  await insertAuditEventWith(client, {
    operationId,
    actor,
    action: "restrict.participant",
    objectType: "participant",
    objectId: participantId,
    after: { fields },
  });
}

async function erase(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  erasure: Erasure,
): Promise<void> {
  const { participantId, points } = erasure;
  await renameSites(client, operationId, participantId);
  await erasePerson(client, operationId, erasure);
  await eraseCorrespondence(client, operationId, erasure);
  const curveDays = await erasePoints(client, operationId, erasure);
  await eraseFileNames(client, operationId, erasure);
  await eraseRequestTexts(client, operationId, erasure);
  await erasePriceSources(client, operationId, erasure);
  await purgeKeptFiles(client, operationId, erasure.purgedFiles);
  await endAccessesOf(client, operationId, actor, participantId);
  await emptyLinksOfParticipant(client, operationId, participantId);
  await insertAuditEventWith(client, {
    operationId,
    actor,
    action: "erase.participant",
    objectType: "participant",
    objectId: participantId,
    after: {
      meteringPoints: points.map(({ id }) => id),
      counts: { curveDays, files: erasure.purgedFiles.length, imports: erasure.reports.length },
    },
  });
}

async function erasePerson(client: PoolClient, operationId: string, erasure: Erasure): Promise<void> {
  const who = [operationId, erasure.participantId];
  await client.query(
    `UPDATE participant SET name = $3, legal_id = NULL, address = NULL, email = NULL, phone = NULL,
            restricted_at = coalesce(restricted_at, clock_timestamp()), erased_at = clock_timestamp()
      WHERE operation_id = $1 AND id = $2`,
    [...who, erasure.participantName],
  );
  await client.query(
    `UPDATE consent SET withdrawal_note = NULL, file_name = NULL, sha256 = NULL
      WHERE operation_id = $1 AND participant_id = $2`,
    who,
  );
}

/** A site that somebody else holds now, and is still called as he is, is called as its holder. */
async function renameSites(client: PoolClient, operationId: string, participantId: string): Promise<void> {
  await client.query(
    `UPDATE metering_point p SET name = h.name FROM participant h, participant f
      WHERE p.operation_id = $1 AND p.participant_id <> $2 AND h.operation_id = $1 AND h.id = p.participant_id
        AND f.operation_id = $1 AND f.id = $2 AND p.name = f.name
        AND EXISTS (SELECT FROM attachment a WHERE a.operation_id = $1 AND a.metering_point_id = p.id
                       AND a.participant_id = $2)`,
    [operationId, participantId],
  );
}

/** Runs keep their figures, which name a metering point by its id only; the curves they were made from go. */
async function erasePoints(
  client: PoolClient,
  operationId: string,
  { participantId, points, siteName, erasedText, curveIdentifiers }: Erasure,
): Promise<number> {
  const ids = points.map(({ id }) => id);
  const numbers = points.map(({ prm }) => prm);
  await client.query(
    `UPDATE metering_point p
        SET prm = n.prm, name = $4, address = NULL, latitude_degrees = NULL, longitude_degrees = NULL,
            injection_contract = NULL, withdrawal_contract = NULL, meter_number = NULL, is_meter_communicating = NULL,
            subscribed_power_va = NULL, annual_withdrawal_wh = NULL, surface_m2 = NULL
       FROM unnest($2::uuid[], $3::text[]) AS n(id, prm) WHERE p.operation_id = $1 AND p.id = n.id`,
    [operationId, ids, numbers, siteName],
  );
  await client.query(
    `UPDATE attachment a SET prm = n.prm
       FROM unnest($2::uuid[], $3::text[]) AS n(id, prm) WHERE a.operation_id = $1 AND a.metering_point_id = n.id`,
    [operationId, ids, numbers],
  );
  await client.query(
    `DELETE FROM imported_curve c USING unnest($2::text[]) AS i(text)
      WHERE c.operation_id = $1 AND starts_with(c.subject, i.text || '_')`,
    [operationId, curveIdentifiers],
  );
  await client.query("DELETE FROM identifier_answer WHERE operation_id = $1 AND metering_point_id = ANY($2::uuid[])", [
    operationId,
    ids,
  ]);
  // That somebody decided stays, as runs rest on it; why, in words of his own, may name the person.
  await client.query(
    `UPDATE measure_decision d SET reason = $3
      WHERE operation_id = $1
        AND EXISTS (SELECT FROM attachment a
                     WHERE a.operation_id = $1 AND a.metering_point_id = d.metering_point_id AND a.participant_id = $2
                       AND tstzrange(d.from_at, d.to_at) && tstzrange(a.from_day::timestamp AT TIME ZONE 'Europe/Paris',
                                                                       a.to_day::timestamp AT TIME ZONE 'Europe/Paris'))`,
    [operationId, participantId, erasedText],
  );
  await client.query(
    `UPDATE measure_suspicion s SET dismissal_reason = $3
      WHERE operation_id = $1 AND dismissal_reason IS NOT NULL
        AND EXISTS (SELECT FROM attachment a
                     WHERE a.operation_id = $1 AND a.metering_point_id = s.metering_point_id AND a.participant_id = $2
                       AND daterange(s.from_day, s.to_day) && daterange(a.from_day, a.to_day))`,
    [operationId, participantId, erasedText],
  );
  const { rowCount } = await client.query(
    `DELETE FROM load_curve_day d
      WHERE operation_id = $1 AND (metering_point_id = ANY($2::uuid[]) AND NOT ${IS_OTHERS} OR ${IS_HIS})`,
    [operationId, ids, participantId],
  );
  return rowCount ?? 0;
}

const IS_HIS = `EXISTS (
  SELECT FROM attachment a WHERE a.operation_id = $1 AND a.metering_point_id = d.metering_point_id
     AND a.participant_id = $3 AND d.day <@ daterange(a.from_day, a.to_day))`;

const IS_OTHERS = `EXISTS (
  SELECT FROM attachment a JOIN participant o ON o.operation_id = a.operation_id AND o.id = a.participant_id
   WHERE a.operation_id = $1 AND a.metering_point_id = d.metering_point_id AND a.participant_id <> $3
     AND o.erased_at IS NULL AND d.day <@ daterange(a.from_day, a.to_day))`;

async function eraseFileNames(client: PoolClient, operationId: string, erasure: Erasure): Promise<void> {
  await client.query(
    `UPDATE measure_import SET answers = NULL
      WHERE operation_id = $1 AND EXISTS (SELECT FROM unnest($2::text[]) AS i(text) WHERE strpos(answers::text, i.text) > 0)`,
    [operationId, erasure.curveIdentifiers],
  );
  for (const { perimeterChangeId, name } of erasure.workbookNames) {
    await client.query("UPDATE perimeter_change SET file_name = $3 WHERE operation_id = $1 AND id = $2", [
      operationId,
      perimeterChangeId,
      name,
    ]);
  }
  for (const { importId, report } of erasure.reports) {
    await client.query("UPDATE measure_import SET report = $3 WHERE operation_id = $1 AND id = $2", [
      operationId,
      importId,
      JSON.stringify(report),
    ]);
  }
  for (const { importId, position, name } of erasure.importFileNames) {
    await client.query(
      "UPDATE measure_import_file SET name = $4 WHERE operation_id = $1 AND import_id = $2 AND position = $3",
      [operationId, importId, position, name],
    );
  }
}

/** What people wrote of a request to the DSO may name him; that it was made, and what became of it, stays. */
async function eraseRequestTexts(
  client: PoolClient,
  operationId: string,
  { texts, erasedText }: Erasure,
): Promise<void> {
  const values = [operationId, texts, erasedText];
  await client.query(
    `UPDATE convention_request SET reason = $3
      WHERE operation_id = $1 AND EXISTS (SELECT FROM unnest($2::text[]) AS t(text) WHERE strpos(reason, t.text) > 0)`,
    values,
  );
  await client.query(
    `UPDATE convention_request_event e
        SET problems = (SELECT jsonb_agg(CASE WHEN ${NAMES_HIM} THEN jsonb_set(p, '{text}', to_jsonb($3::text)) ELSE p END)
                          FROM jsonb_array_elements(e.problems) AS p)
      WHERE operation_id = $1
        AND EXISTS (SELECT FROM jsonb_array_elements(e.problems) AS p WHERE ${NAMES_HIM})`,
    values,
  );
}

const NAMES_HIM = "EXISTS (SELECT FROM unnest($2::text[]) AS t(text) WHERE strpos(p->>'text', t.text) > 0)";
