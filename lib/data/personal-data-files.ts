import "server-only";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

/** A received file as the registry refers to it. */
export type FileReference = {
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
};

export type WorkbookReference = FileReference & { readonly perimeterChangeId: string; readonly createdAt: Date };

/** The annexe 2 workbooks of an operation whose content is still there, oldest first. */
export async function listWorkbooks(operationId: AuthorizedOperationId): Promise<readonly WorkbookReference[]> {
  const { rows } = await pool.query<WorkbookReference>(
    `SELECT c.id AS "perimeterChangeId", c.file_name AS name, encode(c.sha256, 'hex') AS sha256, c.created_at AS "createdAt"
       FROM perimeter_change c JOIN kept_file k USING (operation_id, sha256)
      WHERE c.operation_id = $1 AND k.purged_at IS NULL ORDER BY c.created_at`,
    [operationId],
  );
  return rows;
}

/** An import that may name a person, with what it said and received. */
export type ImportReference = {
  readonly importId: string;
  readonly createdAt: Date;
  readonly report: ImportReport | null;
  readonly files: readonly (FileReference & { readonly position: number; readonly isPurged: boolean })[];
};

/**
 * The imports that may name a person, oldest first: those that wrote his curves, those whose report or file names hold
 * one of the texts, and those with a file nobody could attribute to a meter. An import still to be run is left alone.
 */
export async function listImportsThatMayName(
  operationId: AuthorizedOperationId,
  meteringPointIds: readonly string[],
  texts: readonly string[],
): Promise<readonly ImportReference[]> {
  const { rows } = await pool.query<ImportReference>(
    `SELECT i.id::text AS "importId", i.created_at AS "createdAt", i.report,
            (SELECT coalesce(json_agg(json_build_object('position', f.position, 'name', f.name,
                      'sha256', encode(f.sha256, 'hex'), 'isPurged', k.purged_at IS NOT NULL) ORDER BY f.position), '[]')
               FROM measure_import_file f JOIN kept_file k USING (operation_id, sha256)
              WHERE f.operation_id = i.operation_id AND f.import_id = i.id) AS files
       FROM measure_import i
      WHERE i.operation_id = $1 AND i.status NOT IN ('queued', 'running')
        AND (i.report IS NULL
          OR jsonb_path_exists(i.report, '$.files[*] ? (@.prm == null)')
          OR EXISTS (SELECT FROM unnest($3::text[]) AS t(text) WHERE strpos(i.report::text, t.text) > 0)
          OR EXISTS (SELECT FROM measure_import_file f, unnest($3::text[]) AS t(text)
                      WHERE f.operation_id = i.operation_id AND f.import_id = i.id AND strpos(f.name, t.text) > 0)
          OR EXISTS (SELECT FROM load_curve_day d WHERE d.operation_id = i.operation_id AND d.import_id = i.id
                        AND d.metering_point_id = ANY($2::uuid[])))
      ORDER BY i.created_at`,
    [operationId, meteringPointIds, texts],
  );
  return rows;
}

/** Which of these consent documents something of somebody else rests on too: another consent, a complaint, a letter. */
export async function listSharedDocuments(
  operationId: AuthorizedOperationId,
  participantId: string,
  sha256s: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ sha256: string }>(
    `SELECT DISTINCT encode(sha256, 'hex') AS sha256 FROM consent
      WHERE operation_id = $1 AND participant_id <> $2 AND encode(sha256, 'hex') = ANY($3::text[])
     UNION
     SELECT encode(e.sha256, 'hex') FROM correspondence_event e
       LEFT JOIN complaint c ON c.operation_id = e.operation_id AND c.id = e.complaint_id
      WHERE e.operation_id = $1 AND c.participant_id IS DISTINCT FROM $2 AND encode(e.sha256, 'hex') = ANY($3::text[])`,
    [operationId, participantId, sha256s],
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** A file of a request to the DSO that may name somebody. */
export type RequestFileReference = FileReference & { readonly kind: "annex_2" | "letter"; readonly createdAt: Date };

/**
 * The files of requests whose content is still there, prepared or sent: every annexe 2, and the letters of requests that
 * ever asked for one of these metering points to enter or to leave, which cannot be searched.
 */
export async function listRequestFilesThatMayName(
  operationId: AuthorizedOperationId,
  meteringPointIds: readonly string[],
): Promise<readonly RequestFileReference[]> {
  const { rows } = await pool.query<RequestFileReference>(
    `SELECT f.kind::text, f.name, encode(f.sha256, 'hex') AS sha256, f.created_at AS "createdAt"
       FROM convention_request_file f JOIN kept_file k USING (operation_id, sha256)
      WHERE f.operation_id = $1 AND k.purged_at IS NULL
        AND (f.kind = 'annex_2'
          OR EXISTS (SELECT FROM audit_event e, unnest($2::text[]) AS p(id)
                      WHERE e.operation_id = $1 AND e.object_type = 'convention_request'
                        AND e.object_id = f.request_id::text AND strpos(e.after::text, p.id) > 0))
      ORDER BY f.created_at`,
    [operationId, meteringPointIds],
  );
  return rows;
}
