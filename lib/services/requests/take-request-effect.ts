import "server-only";
import { type LockedRequest, type RequestWriting, writeRequests } from "@/lib/data/convention-request-writing";
import type { StaySheet } from "@/lib/data/metering-points";
import { listOtherAttachments } from "@/lib/data/other-attachments";
import { isHeldElsewhere } from "@/lib/data/perimeter-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { applyLines, type LineChange } from "@/lib/domain/requests/apply-lines";
import { moveRequest } from "@/lib/domain/requests/move-request";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";
import { heldElsewhere } from "@/lib/services/registry/held-elsewhere";
import { findLockedRequest } from "./find-locked-request";
import { type LinePoint, listLinePoints } from "./list-line-points";

/** `early`: its day is to come; `done_before`: it is in effect already. */
export type EffectOutcome = "taken" | "early" | "done_before";

/**
 * Makes what a request asks for hold from its effect day on: entries and exits, the key, or the end of the convention. In
 * one transaction with its new state, so that it happens once, however often it is tried.
 *
 * @param today - An effect is never made before its day.
 * @throws {DomainError} UNKNOWN_REQUEST; REQUEST_MOVE_REFUSED unless the DSO accepted it; PRM_IN_OTHER_OPERATION when
 *   another operation holds a PRM that was to enter; DATA_ERASED when its holder asked to be forgotten; KEY_MOVE_REFUSED
 *   when its key was sent or given up meanwhile.
 * @see Convention Enedis-FOR-CF_01E, art. 3.2.1, 4.2, 4.3, 8.5.2 and 8.6.2.
 */
export async function takeRequestEffect(
  operationId: AuthorizedOperationId,
  actor: Actor,
  requestId: string,
  today: CivilDate,
): Promise<EffectOutcome> {
  let entering: { readonly prms: readonly string[]; readonly day: CivilDate } | null = null;
  try {
    return await writeRequests(operationId, actor, async (writing): Promise<EffectOutcome> => {
      const request = await findLockedRequest(writing, requestId);
      if (request.state === "in_effect") return "done_before";
      const { effectDay } = request;
      if (effectDay !== null && effectDay > today) return "early";
      const day = laterOf(effectDay ?? today, request.lastDay ?? today);
      const after = moveRequest(request, { move: "take_effect", day });
      if (after.effectDay === null) throw new Error("a request takes effect without a day");
      const points = await listLinePoints(operationId, request.lines);
      entering = { prms: points.map(({ point }) => point.prm), day: after.effectDay };
      for (const point of points) await moveStays(writing, point, after.effectDay);
      await publishClosedMonths(writing.registry.publication);
      await makeKeyHold(writing, request, after.effectDay);
      await changeStatus(writing, request, after.effectDay);
      await writing.move(requestId, after);
      return "taken";
    });
  } catch (error) {
    if (!isHeldElsewhere(error) || entering === null) throw error;
    const { prms, day } = entering as { readonly prms: readonly string[]; readonly day: CivilDate };
    const [other] = await listOtherAttachments(operationId, prms, day);
    throw heldElsewhere(other ?? { prm: prms[0] ?? "", operation: null });
  }
}

const laterOf = (one: CivilDate, two: CivilDate): CivilDate => (one > two ? one : two);

async function moveStays(
  { registry }: RequestWriting,
  { point, lines }: LinePoint,
  effectDay: CivilDate,
): Promise<void> {
  const isEntering = lines.some(({ move }) => move === "entry");
  if (isEntering && point.participant.isErased)
    throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
  const changes = applyLines<StaySheet>(point.stays, lines, effectDay);
  // What ends makes room for what begins: the database refuses two stays of a role for one day.
  for (const change of changes.filter(({ after }) => after === null)) {
    if (change.before) await registry.deleteStay(change.before.id);
  }
  for (const change of changes) await writeStay(registry, point, change);
  if (changes.length > 0) await registry.recordMove({ from: effectDay, toExclusive: null });
  for (const { role, move } of lines) {
    await registry.recordEvent({
      action: move === "entry" ? "confirm.entry" : "confirm.exit",
      meteringPointId: point.id,
      after: { roles: [role], day: effectDay },
    });
  }
}

async function writeStay(
  registry: RequestWriting["registry"],
  point: LinePoint["point"],
  { role, after }: LineChange<StaySheet>,
): Promise<void> {
  if (after === null) return;
  if (!("id" in after)) return registry.insertStay(point, role, after.from);
  const exitCause = after.toExclusive === null ? null : "organiser";
  await registry.updateStay({ ...after, requestedTo: null, exitCause });
}

async function makeKeyHold({ keys }: RequestWriting, request: LockedRequest, effectDay: CivilDate): Promise<void> {
  const { keyId, sentDay } = request;
  if (keyId === null) return;
  const key = await keys.find(keyId);
  if (!key || key.progress === "sent" || key.isSuperseded || sentDay === null) {
    throw new DomainError("KEY_MOVE_REFUSED", "the key was sent or given up meanwhile", {
      details: { move: "send", state: key?.progress ?? "given_up" },
    });
  }
  await keys.send({ ...key, from: effectDay }, sentDay);
}

async function changeStatus(writing: RequestWriting, { id, kind }: LockedRequest, effectDay: CivilDate): Promise<void> {
  if (kind === "suspension") await writing.insertStatus("suspended", effectDay, id);
  if (kind === "termination") await writing.insertStatus("ended", effectDay, id);
}
