import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { OperationSheet } from "@/lib/data/operations";
import { listOwnSpaces, type OwnSpace } from "@/lib/data/participant-accesses";
import type { AuthorizedParticipantId, OwnParticipant, ParticipantOperationId } from "@/lib/data/scope";
import { authenticateRequest, requireUser } from "./access";
import { AccessError } from "./access-error";
import { authenticatePerson, type Caller } from "./authenticate";
import { isUuid } from "./is-uuid";
import { turnAway } from "./turn-away";

/** A participant whose own space the caller opens, and nothing else of the operation. */
export type AuthorizedParticipant = {
  readonly own: OwnParticipant;
  readonly name: string;
  readonly kind: "natural" | "legal";
  /** Of the operation. */
  readonly sheet: OperationSheet;
  readonly collectivity: { readonly id: string; readonly name: string };
  readonly actor: Caller["actor"];
};

/**
 * Proves that the caller of a server action is a participant, or acts for him.
 *
 * An unknown participant and somebody else's answer alike. No key opens a participant's space: it is read by people.
 *
 * @throws {AccessError} UNAUTHENTICATED or NOT_FOUND.
 */
export async function authorizeParticipant(participantId: string): Promise<AuthorizedParticipant> {
  return authorizeCallerAsParticipant(await authenticatePerson(await headers()), participantId);
}

/**
 * The same proof for route handlers.
 *
 * @throws {AccessError} UNAUTHENTICATED, NOT_FOUND or FOREIGN_ORIGIN.
 */
export async function authorizeParticipantRequest(
  request: Request,
  participantId: string,
): Promise<AuthorizedParticipant> {
  return authorizeCallerAsParticipant(await authenticateRequest(request), participantId);
}

/** The same proof for pages: sends to the sign-in page instead of throwing. One query per request. */
export const requireParticipant = cache(async (participantId: string): Promise<AuthorizedParticipant> => {
  try {
    return await authorizeParticipant(participantId);
  } catch (error) {
    return turnAway(error);
  }
});

/** The spaces that the signed-in user of a page opens, by operation and name; else the sign-in page. */
export async function requireOwnSpaces(): Promise<readonly OwnSpace[]> {
  return listOwnSpaces((await requireUser()).id);
}

/**
 * The same proof for a caller already known.
 *
 * @throws {AccessError} NOT_FOUND, for a key too.
 */
export async function authorizeCallerAsParticipant(
  { actor }: Caller,
  participantId: string,
): Promise<AuthorizedParticipant> {
  const isPerson = actor.via === "session" && isUuid(participantId);
  const [found] = isPerson ? await listOwnSpaces(actor.userId, participantId) : [];
  if (!found) throw new AccessError("NOT_FOUND");
  const { operationId, participantId: provenId, ...rest } = found;
  const own = {
    operationId: operationId as ParticipantOperationId,
    participantId: provenId as AuthorizedParticipantId,
  };
  return { ...rest, own, actor };
}
