import "server-only";
import type { PoolClient } from "pg";
import { DomainError } from "@/lib/domain/errors";
import type { ActionNote, ActionNoteChange, ActionPilot } from "@/lib/domain/scoring/action-note";
import { changeNote } from "@/lib/domain/scoring/change-note";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { climatePlanLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId } from "./scope";

type NoteRow = {
  readonly node_id: string;
  readonly explanation: string | null;
  readonly out_reason: string | null;
  readonly pilot_user_id: string | null;
  readonly pilot_service: string | null;
  readonly due_day: CivilDate | null;
};

/** What a collectivity says of each action beside its status, by id; an action of which nothing is said is absent. */
export async function listClimateNotes(
  collectivityId: AuthorizedClimatePlanId,
  client: Pick<PoolClient, "query"> = pool,
): Promise<ReadonlyMap<string, ActionNote>> {
  const { rows } = await client.query<NoteRow>(
    `SELECT node_id, explanation, out_reason, pilot_user_id::text, pilot_service, due_day::text FROM climate_note
      WHERE collectivity_id = $1 AND superseded_at IS NULL
        AND num_nonnulls(explanation, out_reason, pilot_user_id, pilot_service, due_day) > 0
      ORDER BY node_id`,
    [collectivityId],
  );
  return new Map(rows.map((row) => [row.node_id, toNote(row)]));
}

function toNote({ explanation, out_reason, pilot_user_id, pilot_service, due_day }: NoteRow): ActionNote {
  return { explanation, outReason: out_reason, pilot: toPilot(pilot_user_id, pilot_service), dueDay: due_day };
}

function toPilot(userId: string | null, service: string | null): ActionPilot | null {
  if (userId !== null) return { kind: "member", userId };
  return service === null ? null : { kind: "service", name: service };
}

/**
 * Changes notes as one transaction, each with its audit event; what says nothing new is left alone.
 *
 * The trail keeps neither the texts, in which people are named, nor the service: the versions of the note have them.
 *
 * @param changes - By id of the action.
 * @throws {DomainError} PLAN_UNDER_AUDIT, PLAN_AUDITED, or UNKNOWN_PILOT for a pilot who is no member of the collectivity; nothing is written then.
 */
export async function writeClimateNotes(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  changes: ReadonlyMap<string, ActionNoteChange>,
): Promise<void> {
  await inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "answers");
    const existing = await listClimateNotes(collectivityId, client);
    for (const [nodeId, change] of changes) {
      const before = existing.get(nodeId) ?? null;
      const after = changeNote(before, change);
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      await assertPilot(client, collectivityId, before, after);
      await writeNote(client, { collectivityId, actor, nodeId, before, after });
    }
  });
}

/** A pilot who has left stays the pilot until somebody chooses another. */
async function assertPilot(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  before: ActionNote | null,
  after: ActionNote | null,
): Promise<void> {
  const userId = memberOf(after);
  if (userId === null || userId === memberOf(before)) return;
  const { rowCount } = await client.query("SELECT 1 FROM membership WHERE collectivity_id = $1 AND user_id = $2", [
    collectivityId,
    userId,
  ]);
  if (rowCount === 0) throw new DomainError("UNKNOWN_PILOT", "the pilot is no member", { details: { user: userId } });
}

type NoteWriting = {
  readonly collectivityId: AuthorizedClimatePlanId;
  readonly actor: Actor;
  readonly nodeId: string;
  readonly before: ActionNote | null;
  readonly after: ActionNote | null;
};

async function writeNote(client: PoolClient, { collectivityId, actor, nodeId, before, after }: NoteWriting) {
  await client.query(
    `UPDATE climate_note SET superseded_at = clock_timestamp()
      WHERE collectivity_id = $1 AND node_id = $2 AND superseded_at IS NULL`,
    [collectivityId, nodeId],
  );
  const service = after?.pilot?.kind === "service" ? after.pilot.name : null;
  await client.query(
    `INSERT INTO climate_note (collectivity_id, node_id, explanation, out_reason, pilot_user_id, pilot_service,
                               due_day, written_at, written_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)`,
    [
      collectivityId,
      nodeId,
      after?.explanation ?? null,
      after?.outReason ?? null,
      memberOf(after),
      service,
      after?.dueDay ?? null,
      actor.userId,
    ],
  );
  const entry = { action: "set.climate_note", objectType: "climate_note", objectId: nodeId } as const;
  const told = { before: tell(before), after: { fields: listChanged(before, after), ...tell(after) } };
  await insertAuditEventWith(client, { collectivityId, actor, ...entry, ...told });
}

function listChanged(before: ActionNote | null, after: ActionNote | null): string[] {
  const names = ["explanation", "outReason", "pilot", "dueDay"] as const;
  return names.filter((name) => JSON.stringify(before?.[name] ?? null) !== JSON.stringify(after?.[name] ?? null));
}

/** What the trail keeps of a note. */
function tell(note: ActionNote | null) {
  return { pilotUserId: memberOf(note), dueDay: note?.dueDay ?? null };
}

function memberOf(note: ActionNote | null): string | null {
  return note?.pilot?.kind === "member" ? note.pilot.userId : null;
}
