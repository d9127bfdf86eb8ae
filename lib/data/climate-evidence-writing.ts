import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { ClimateEvidence } from "@/lib/domain/scoring/climate-evidence";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { findClimateEvidence } from "./climate-evidence";
import { insertClimateFile, purgeClimateFile } from "./climate-files";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

/** What people say of a proof. */
export type EvidenceWords = {
  readonly title: string;
  readonly day: CivilDate | null;
  readonly note: string | null;
};

/** What is joined: a document with its bytes, or an address over TLS. */
export type EvidenceContent =
  | { readonly kind: "document"; readonly fileName: string; readonly sha256: Uint8Array; readonly bytes: Uint8Array }
  | { readonly kind: "link"; readonly url: string };

/** Joins one proof to some actions, its document kept once. One transaction. @returns An id for each action, in order. */
export async function insertClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  nodeIds: readonly string[],
  words: EvidenceWords,
  content: EvidenceContent,
): Promise<readonly string[]> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    if (content.kind === "document") {
      await insertClimateFile(client, collectivityId, content.sha256, content.bytes);
    }
    const ids: string[] = [];
    for (const nodeId of nodeIds) {
      const id = randomUUID();
      await writeVersion(client, collectivityId, actor, { id, nodeId, ...words, ...referenceOf(content) });
      await record(client, collectivityId, actor, "join.climate_evidence", id, { nodeId, kind: content.kind });
      ids.push(id);
    }
    return ids;
  });
}

/** Joins what proves an action to another one too. @returns Its id there; null when there is no such proof. */
export async function copyClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidenceId: string,
  nodeId: string,
): Promise<string | null> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    const found = await findClimateEvidence(collectivityId, evidenceId, client);
    if (!found) return null;
    const id = randomUUID();
    await writeVersion(client, collectivityId, actor, { ...stored(found), id, nodeId });
    const after = { nodeId, kind: found.kind, copyOf: evidenceId };
    await record(client, collectivityId, actor, "join.climate_evidence", id, after);
    return id;
  });
}

/** Says something else of a proof; what was said before stays. @returns False when there is no such proof. */
export async function updateClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidenceId: string,
  words: EvidenceWords,
): Promise<boolean> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    const found = await findClimateEvidence(collectivityId, evidenceId, client);
    if (!found) return false;
    const changed = (["title", "day", "note"] as const).filter((field) => found[field] !== words[field]);
    if (changed.length === 0) return true;
    await supersede(client, collectivityId, evidenceId);
    await writeVersion(client, collectivityId, actor, { ...stored(found), ...words });
    // Titles and notes are free text: they may name somebody.
    await record(client, collectivityId, actor, "update.climate_evidence", evidenceId, {
      nodeId: found.nodeId,
      fields: changed,
    });
    return true;
  });
}

/**
 * Takes a proof away from its action; it stays in what was written of it and in snapshots.
 *
 * @returns False when there is no such proof.
 */
export async function supersedeClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidenceId: string,
): Promise<boolean> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    const found = await findClimateEvidence(collectivityId, evidenceId, client);
    if (!found) return false;
    await supersede(client, collectivityId, evidenceId);
    const { nodeId, kind } = found;
    await record(client, collectivityId, actor, "remove.climate_evidence", evidenceId, { nodeId, kind });
    return true;
  });
}

/**
 * Takes a document away from every action it proves and empties it, for a person it names may ask for that,
 * whatever the audit. The history has a line for each of these actions, and for each request for a star it signed.
 *
 * @returns False when the collectivity has no such document, or it is empty already.
 */
export async function purgeClimateDocument(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  sha256: string,
): Promise<boolean> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    if (!(await purgeClimateFile(client, collectivityId, sha256))) return false;
    await client.query(
      `UPDATE climate_evidence SET superseded_at = clock_timestamp()
        WHERE collectivity_id = $1 AND sha256 = decode($2, 'hex') AND superseded_at IS NULL`,
      [collectivityId, sha256],
    );
    const { rows } = await client.query<{ id: string; nodeId: string | null }>(
      `SELECT DISTINCT evidence_id::text AS id, node_id AS "nodeId" FROM climate_evidence
        WHERE collectivity_id = $1 AND sha256 = decode($2, 'hex')
       UNION ALL
       SELECT id::text, NULL FROM climate_audit WHERE collectivity_id = $1 AND sha256 = decode($2, 'hex')`,
      [collectivityId, sha256],
    );
    for (const { id, nodeId } of rows) {
      if (nodeId === null) await recordPurgedRequest(client, collectivityId, actor, id);
      else await record(client, collectivityId, actor, "purge.climate_evidence", id, { nodeId });
    }
    return true;
  });
}

type Version = EvidenceWords & {
  readonly id: string;
  readonly nodeId: string;
  readonly kind: ClimateEvidence["kind"];
  readonly fileName: string | null;
  readonly sha256: Buffer | null;
  readonly url: string | null;
};

function referenceOf(content: EvidenceContent): Pick<Version, "kind" | "fileName" | "sha256" | "url"> {
  if (content.kind === "link") return { kind: "link", fileName: null, sha256: null, url: content.url };
  return { kind: "document", fileName: content.fileName, sha256: Buffer.from(content.sha256), url: null };
}

function stored(found: ClimateEvidence): Version {
  const { id, nodeId, title, day, note } = found;
  const words = { id, nodeId, title, day, note };
  if (found.kind === "link") return { ...words, kind: "link", fileName: null, sha256: null, url: found.url };
  return { ...words, kind: "document", fileName: found.fileName, sha256: Buffer.from(found.sha256, "hex"), url: null };
}

async function writeVersion(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { id, nodeId, kind, title, day, note, fileName, sha256, url }: Version,
): Promise<void> {
  await client.query(
    `INSERT INTO climate_evidence (id, collectivity_id, evidence_id, node_id, kind, title, day, note, file_name, sha256, url,
                                   created_at, created_by)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6::date, $7, $8, $9, $10, clock_timestamp(), $11)`,
    [collectivityId, id, nodeId, kind, title, day, note, fileName, sha256, url, actor.userId],
  );
}

async function supersede(client: PoolClient, collectivityId: AuthorizedClimatePlanId, evidenceId: string) {
  await client.query(
    `UPDATE climate_evidence SET superseded_at = clock_timestamp()
      WHERE collectivity_id = $1 AND evidence_id = $2 AND superseded_at IS NULL`,
    [collectivityId, evidenceId],
  );
}

async function recordPurgedRequest(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  auditId: string,
): Promise<void> {
  await insertAuditEventWith(client, {
    collectivityId,
    actor,
    action: "purge.climate_audit",
    objectType: "climate_audit",
    objectId: auditId,
    after: {},
  });
}

type EvidenceAction = `${"join" | "update" | "remove" | "purge"}.climate_evidence`;

async function record(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  action: EvidenceAction,
  objectId: string,
  after: Readonly<Record<string, string | readonly string[]>>,
): Promise<void> {
  await insertAuditEventWith(client, {
    collectivityId,
    actor,
    action,
    objectType: "climate_evidence",
    objectId,
    after,
  });
}
