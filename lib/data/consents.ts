import "server-only";
import { gunzipSync } from "node:zlib";
import type { Consent } from "@/lib/domain/consents/consent";
import type { Attachment } from "@/lib/domain/perimeter/attachment";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import { fromDbDate } from "./codecs";
import { CONSENT_DETAILS } from "./consent-details";
import { PARTICIPANT_DETAILS } from "./participant-details";
import { pool } from "./pg";
import { prisma } from "./prisma";
import { isNameRestricted } from "./restricted-name";
import type { AuthorizedOperationId } from "./scope";

export type ConsentRow = Consent & {
  readonly id: string;
  readonly withdrawalNote: string | null;
  /** The signed document, once it is joined; `sha256` in hexadecimal. */
  readonly document: { readonly name: string; readonly sha256: string } | null;
  /** By its giver, in his own space. */
  readonly isHandedInOnline: boolean;
};

export type ConsentPointRow = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly address: string | null;
  /** One of its holders: a point that changed hands stands once for each. */
  readonly participantId: string;
  /** His stays, oldest first. */
  readonly attachments: readonly Omit<Attachment, "meteringPointId">[];
};

export type ConsentParticipantRow = {
  readonly id: string;
  readonly kind: "natural" | "legal";
  readonly name: string;
  readonly legalId: string | null;
  readonly address: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isTenant: boolean;
  /** Erasure was asked for: no list names him. */
  readonly isNameRestricted: boolean;
  /** Erasure was asked for, or done: nothing is recorded of him any more. */
  readonly isErased: boolean;
};

/** Who takes part, ever, and what they agreed to. */
export type ConsentRegistry = {
  readonly management: PerimeterManagement;
  /** By name. */
  readonly participants: readonly ConsentParticipantRow[];
  /** By PRM. */
  readonly points: readonly ConsentPointRow[];
  /** Latest signature first. */
  readonly consents: readonly ConsentRow[];
};

/** @param participantId - Only what concerns this participant; nothing when the operation has none of this id. */
export async function readConsentRegistry(
  operationId: AuthorizedOperationId,
  participantId?: string,
): Promise<ConsentRegistry> {
  const own = participantId === undefined ? { operationId } : { operationId, participantId };
  const [operation, participants, points, consents] = await Promise.all([
    prisma.operation.findUniqueOrThrow({ where: { id: operationId }, select: { perimeterManagement: true } }),
    prisma.participant.findMany({
      where: participantId === undefined ? { operationId } : { operationId, id: participantId },
      select: PARTICIPANT_DETAILS,
    }),
    prisma.meteringPoint.findMany({
      where: participantId === undefined ? { operationId } : { operationId, ...heldBy(participantId) },
      orderBy: { prm: "asc" },
      select: {
        id: true,
        prm: true,
        name: true,
        address: true,
        participantId: true,
        attachments: {
          orderBy: { fromDay: "asc" },
          select: { role: true, participantId: true, fromDay: true, toDay: true },
        },
      },
    }),
    prisma.consent.findMany({ where: own, orderBy: [{ givenDay: "desc" }, { id: "desc" }], select: CONSENT }),
  ]);
  return {
    management: operation.perimeterManagement,
    participants: participants
      .map(({ restrictedAt, erasedAt, ...participant }) => ({
        ...participant,
        isNameRestricted: isNameRestricted({ restrictedAt, erasedAt }),
        isErased: restrictedAt !== null || erasedAt !== null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, "fr") || a.id.localeCompare(b.id)),
    points: points
      .flatMap(ofEachHolder)
      .filter((point) => participantId === undefined || point.participantId === participantId),
    consents: consents.map(toConsentRow),
  };
}

const heldBy = (participantId: string) => ({ OR: [{ participantId }, { attachments: { some: { participantId } } }] });

type StoredPoint = Omit<ConsentPointRow, "attachments"> & {
  readonly attachments: readonly {
    readonly role: Attachment["role"];
    readonly participantId: string;
    readonly fromDay: Date;
    readonly toDay: Date | null;
  }[];
};

/** A point once for each of its holders, with the days he held it. */
function ofEachHolder({ attachments, ...point }: StoredPoint): readonly ConsentPointRow[] {
  const holders = new Set([...attachments.map(({ participantId }) => participantId), point.participantId]);
  return [...holders].map((participantId) => ({
    ...point,
    participantId,
    attachments: attachments
      .filter((stay) => stay.participantId === participantId)
      .map(({ role, fromDay, toDay }) => ({
        role,
        from: fromDbDate(fromDay),
        toExclusive: toDay && fromDbDate(toDay),
      })),
  }));
}

const CONSENT = { participantId: true, isHandedInOnline: true, ...CONSENT_DETAILS } as const;

type StoredConsent = Omit<ConsentRow, "givenDay" | "expiryDay" | "withdrawnDay" | "document"> & {
  readonly givenDay: Date;
  readonly expiryDay: Date | null;
  readonly withdrawnDay: Date | null;
  readonly fileName: string | null;
  readonly sha256: Uint8Array | null;
};

function toConsentRow({ fileName, sha256, givenDay, expiryDay, withdrawnDay, ...consent }: StoredConsent): ConsentRow {
  return {
    ...consent,
    givenDay: fromDbDate(givenDay),
    expiryDay: expiryDay && fromDbDate(expiryDay),
    withdrawnDay: withdrawnDay && fromDbDate(withdrawnDay),
    document: sha256 && { name: fileName ?? "", sha256: Buffer.from(sha256).toString("hex") },
  };
}

/** One consent; null when the operation has none of this id. */
export async function findConsent(operationId: AuthorizedOperationId, consentId: string): Promise<ConsentRow | null> {
  const found = await prisma.consent.findUnique({
    where: { operationId_id: { operationId, id: consentId } },
    select: CONSENT,
  });
  return found && toConsentRow(found);
}

export type ConsentDocument = { readonly consentId: string; readonly name: string; readonly bytes: Uint8Array };

/** The signed documents of some consents, one at a time: a scan may be of 10 MB. */
export async function* readConsentDocuments(
  operationId: AuthorizedOperationId,
  consentIds: readonly string[],
): AsyncGenerator<ConsentDocument> {
  for (const consentId of consentIds) {
    const { rows } = await pool.query<{ name: string; is_gzipped: boolean; content: Buffer }>(
      `SELECT c.file_name AS name, k.is_gzipped, k.content
         FROM consent c JOIN kept_file k USING (operation_id, sha256)
        WHERE c.operation_id = $1 AND c.id = $2`,
      [operationId, consentId],
    );
    for (const { name, is_gzipped, content } of rows) {
      yield { consentId, name, bytes: is_gzipped ? gunzipSync(content) : content };
    }
  }
}

/** What the signed documents of some consents weigh together, each counted once. [B] */
export async function sumConsentDocumentBytes(
  operationId: AuthorizedOperationId,
  consentIds: readonly string[],
): Promise<number> {
  const { rows } = await pool.query<{ bytes: string }>(
    `SELECT coalesce(sum(size_bytes), 0) AS bytes FROM kept_file
      WHERE operation_id = $1 AND sha256 IN (SELECT sha256 FROM consent WHERE operation_id = $1 AND id = ANY($2::uuid[]))`,
    [operationId, consentIds],
  );
  return Number(rows[0]?.bytes ?? 0);
}

export type OperationParty = {
  readonly organisationName: string | null;
  readonly siret: string | null;
  readonly legalForm: string | null;
  readonly nafCode: string | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Who runs the operation, and whom he mandated, as far as the sheet says it. */
export async function findConsentParties(
  operationId: AuthorizedOperationId,
): Promise<{ readonly organiser: OperationParty | null; readonly agent: OperationParty | null }> {
  const parties = await prisma.operationParty.findMany({
    where: { operationId, role: { in: ["organiser", "agent"] } },
    select: {
      role: true,
      organisationName: true,
      siret: true,
      legalForm: true,
      nafCode: true,
      lastName: true,
      firstName: true,
      address: true,
      postalCode: true,
      city: true,
      phone: true,
      email: true,
    },
  });
  const find = (wanted: "organiser" | "agent") => {
    const party = parties.find(({ role }) => role === wanted);
    if (!party) return null;
    const { role: _, ...details } = party;
    return details;
  };
  return { organiser: find("organiser"), agent: find("agent") };
}
