import "server-only";
import type { PoolClient } from "pg";
import type { ClimateEvidence } from "@/lib/domain/scoring/climate-evidence";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { pool } from "./pg";
import type { AuthorizedClimatePlanId } from "./scope";

/** A proof with who joined it, or changed it last. */
export type ClimateEvidenceRow = ClimateEvidence & {
  readonly changedAtMs: number;
  /** Null for the installation itself. */
  readonly authorName: string | null;
};

/** What proves the actions of a collectivity, by action, the latest joined first. */
export async function listClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly ClimateEvidenceRow[]> {
  const { rows } = await pool.query<EvidenceRow & { created_at: Date; author: string | null }>(
    `SELECT ${COLUMNS}, e.created_at, u.name AS author FROM climate_evidence e ${FILE}
       LEFT JOIN "user" u ON u.id = e.created_by
      WHERE e.collectivity_id = $1 AND e.superseded_at IS NULL
      ORDER BY e.node_id, e.created_at DESC, e.id DESC`,
    [collectivityId],
  );
  return rows.map((row) => ({
    ...toEvidence(row),
    changedAtMs: row.created_at.getTime(),
    authorName: row.author,
  }));
}

/** One proof that stands; null when the collectivity has none of this id. */
export async function findClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  evidenceId: string,
  client: Pick<PoolClient, "query"> = pool,
): Promise<ClimateEvidence | null> {
  const { rows } = await client.query<EvidenceRow>(
    `SELECT ${COLUMNS} FROM climate_evidence e ${FILE}
      WHERE e.collectivity_id = $1 AND e.evidence_id = $2 AND e.superseded_at IS NULL`,
    [collectivityId, evidenceId],
  );
  return rows[0] ? toEvidence(rows[0]) : null;
}

/** The name and fingerprint of a document, also of one that was taken away since: snapshots still name it. */
export async function findClimateDocument(
  collectivityId: AuthorizedClimatePlanId,
  evidenceId: string,
): Promise<{ readonly fileName: string; readonly sha256: string } | null> {
  const { rows } = await pool.query<{ file_name: string; sha256: string }>(
    `SELECT file_name, encode(sha256, 'hex') AS sha256 FROM climate_evidence
      WHERE collectivity_id = $1 AND evidence_id = $2 AND sha256 IS NOT NULL
      ORDER BY created_at DESC, id DESC LIMIT 1`,
    [collectivityId, evidenceId],
  );
  return rows[0] ? { fileName: rows[0].file_name, sha256: rows[0].sha256 } : null;
}

type EvidenceRow = {
  readonly id: string;
  readonly node_id: string;
  readonly title: string;
  readonly day: CivilDate | null;
  readonly note: string | null;
  readonly file_name: string | null;
  readonly sha256: string | null;
  readonly size_bytes: number | null;
  readonly url: string | null;
};

const COLUMNS = `e.evidence_id::text AS id, e.node_id, e.title, e.day::text, e.note, e.file_name,
  encode(e.sha256, 'hex') AS sha256, f.size_bytes, e.url`;
const FILE = "LEFT JOIN climate_file f ON f.collectivity_id = e.collectivity_id AND f.sha256 = e.sha256";

function toEvidence({ id, node_id, title, day, note, ...row }: EvidenceRow): ClimateEvidence {
  const said = { id, nodeId: node_id, title, day, note };
  if (row.url !== null) return { ...said, kind: "link", url: row.url };
  return {
    ...said,
    kind: "document",
    fileName: row.file_name ?? "",
    sha256: row.sha256 ?? "",
    sizeBytes: row.size_bytes ?? 0,
  };
}
