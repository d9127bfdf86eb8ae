import "server-only";
import { PARTICIPANT_DETAILS } from "./participant-details";
import { prisma } from "./prisma";
import { isNameRestricted, RESTRICTED_NAME } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

/** What is known of a participant by people's own hand. */
export type ParticipantDetails = {
  readonly kind: "natural" | "legal";
  readonly name: string;
  /** SIRET or RNA; null for a resident, who has neither. */
  readonly legalId: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** Tenant of the organiser, in an operation managed as `hlm`. */
  readonly isTenant: boolean;
};

export type ParticipantSheet = ParticipantDetails & {
  readonly id: string;
  /** Erasure was asked for, or done: nothing is written on it any more. */
  readonly isErased: boolean;
};

export async function findParticipant(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<ParticipantSheet | null> {
  const row = await prisma.participant.findUnique({
    where: { operationId_id: { operationId, id: participantId } },
    select: PARTICIPANT_DETAILS,
  });
  if (!row) return null;
  const { restrictedAt, erasedAt, ...details } = row;
  return { ...details, isErased: restrictedAt !== null || erasedAt !== null };
}

/** Who may be given a metering point: everyone who did not ask to be forgotten, by name. */
export async function listPossibleHolders(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await prisma.participant.findMany({
    where: { operationId, restrictedAt: null, erasedAt: null },
    select: { id: true, name: true },
  });
  return rows.sort((a, b) => a.name.localeCompare(b.name, "fr"));
}

/** Who has no metering point yet, or any more since what he held changed hands. */
export async function listParticipantsWithoutPoints(
  operationId: AuthorizedOperationId,
): Promise<readonly { readonly id: string; readonly name: string; readonly hasTakenPart: boolean }[]> {
  const rows = await prisma.participant.findMany({
    where: { operationId, erasedAt: null, meteringPoints: { none: {} } },
    select: { id: true, name: true, restrictedAt: true, erasedAt: true, _count: { select: { attachments: true } } },
  });
  const shown = rows.map(({ id, name, _count, ...row }) => ({
    id,
    name: isNameRestricted(row) ? RESTRICTED_NAME : name,
    hasTakenPart: _count.attachments > 0,
  }));
  return shown.sort((a, b) => a.name.localeCompare(b.name, "fr"));
}
