import "server-only";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import { type RequestContent, type RequestWriting, writeRequests } from "@/lib/data/convention-request-writing";
import { readRegistry } from "@/lib/data/registry";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import { DomainError } from "@/lib/domain/errors";
import { assertRequestMove } from "@/lib/domain/requests/assert-request-move";
import { findLockedRequest } from "./find-locked-request";
import type { RequestDraft } from "./request-draft";
import type { RequestOperation } from "./request-operation";

/**
 * Writes a request down, or over while it is a draft or is to be corrected: nothing else changes.
 *
 * Values of its own become a version of the key, which the participants can be told of; another one goes back to a draft
 * when its values change, since what was announced no longer holds.
 *
 * @param requestId - Null: a new one.
 * @returns Its id.
 * @throws {DomainError} UNKNOWN_REQUEST; REQUEST_MOVE_REFUSED once it is with the DSO; BEFORE_START;
 *   UNKNOWN_METERING_POINT; REQUEST_WITHOUT_MOVE; UNKNOWN_KEY or KEY_MOVE_REFUSED when the version cannot be sent any
 *   more; INVALID_COEFFICIENT; COEFFICIENTS_ABOVE_ONE.
 */
export async function saveRequest(
  operation: RequestOperation,
  actor: Actor,
  requestId: string | null,
  draft: RequestDraft,
): Promise<string> {
  await assertPossible(operation, draft);
  return writeRequests(operation.id, actor, async (writing) => {
    const before = requestId === null ? null : await findLockedRequest(writing, requestId);
    if (before) {
      assertRequestMove("edit", before.state, before.kind);
      if (before.kind !== draft.kind) throw new Error("a request does not change its kind");
    }
    const content: RequestContent = {
      wantedDay: draft.wantedDay,
      ground: draft.kind === "suspension" ? draft.ground : null,
      reason: draft.reason,
      lines: draft.kind === "perimeter" ? draft.lines : [],
      keyId: await writeKey(operation.id, writing, before?.keyId ?? null, draft),
    };
    if (!before) return writing.insert(draft.kind, content);
    await writing.replace(before.id, content);
    return before.id;
  });
}

async function assertPossible({ id, sheet }: RequestOperation, draft: RequestDraft): Promise<void> {
  const { wantedDay, lines, key, kind } = draft;
  if (wantedDay < sheet.startDay) {
    throw new DomainError("BEFORE_START", "nothing changes before the operation starts", {
      details: { field: "wantedDay", start: sheet.startDay },
    });
  }
  if (kind === "perimeter" && lines.length === 0) {
    throw new DomainError("REQUEST_WITHOUT_MOVE", "nobody enters or leaves", { details: { field: "lines" } });
  }
  const shares = key && "ppmByConsumer" in key ? key.ppmByConsumer : new Map<string, number>();
  const { points } = await readRegistry(id);
  const known = new Set(points.map((point) => point.id));
  if ([...lines.map(({ meteringPointId }) => meteringPointId), ...shares.keys()].some((each) => !known.has(each))) {
    throw new DomainError("UNKNOWN_METERING_POINT", "not a metering point of the operation");
  }
  assertShares([...shares.values()]);
}

function assertShares(shares: readonly number[]): void {
  for (const ppm of shares) {
    if (Number.isInteger(ppm) && ppm >= 0 && ppm <= WHOLE_PPM) continue;
    throw new DomainError("INVALID_COEFFICIENT", "a share is an integer in ppm", { details: { ppm } });
  }
  if (shares.reduce((sum, ppm) => sum + ppm, 0) > WHOLE_PPM) {
    throw new DomainError("COEFFICIENTS_ABOVE_ONE", "the shares exceed the whole", { details: { field: "shares" } });
  }
}

/** The version of the key that the request carries, written first where it has values of its own. */
async function writeKey(
  operationId: AuthorizedOperationId,
  { keys }: RequestWriting,
  formerId: string | null,
  { key, wantedDay }: RequestDraft,
): Promise<string | null> {
  if (key === null) return null;
  if ("versionId" in key) {
    const version = await keys.find(key.versionId);
    if (!version) throw new DomainError("UNKNOWN_KEY", "the operation has no such key");
    if (version.progress === "sent" || version.isSuperseded || version.request === "sent") {
      throw new DomainError("KEY_MOVE_REFUSED", "the key was sent already, or given up");
    }
    return version.id;
  }
  const draft = { ...key, from: wantedDay, reason: null, rule: null, sourceKeyId: null };
  const former = formerId === null ? null : await keys.find(formerId);
  if (!former || former.progress === "sent" || former.isSuperseded) return keys.insertDraft(draft);
  const { kind, ppmByConsumer } = await findKeyVersion(operationId, former.id);
  if (kind === key.kind && hasSameShares(ppmByConsumer, key.ppmByConsumer)) return former.id;
  if (former.progress === "announced") await keys.reopen(former.id);
  await keys.replaceDraft(former.id, draft);
  return former.id;
}

function hasSameShares(one: ReadonlyMap<string, number>, two: ReadonlyMap<string, number>): boolean {
  const ids = new Set([...one.keys(), ...two.keys()]);
  return [...ids].every((id) => (one.get(id) ?? 0) === (two.get(id) ?? 0));
}
