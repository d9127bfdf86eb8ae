import "server-only";
import { type ConsentPointRow, type ConsentRegistry, type ConsentRow, readConsentRegistry } from "@/lib/data/consents";
import { RESTRICTED_NAME } from "@/lib/data/restricted-name";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type ConsentState, consentState } from "@/lib/domain/consents/consent-state";
import { listMissingConsents, type MissingConsent } from "@/lib/domain/consents/list-missing-consents";
import { listWithdrawalConsequences } from "@/lib/domain/consents/list-withdrawal-consequences";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";

/** How long before its end a consent is to be renewed. [d] */
export const EXPIRY_NOTICE_DAYS = 60;

/** A metering point that takes part, or will, without what its holder must have given. */
export type MissingConsentRow = MissingConsent & {
  readonly participantName: string;
  readonly prm: string;
  readonly pointName: string;
};

export type RecordedConsent = ConsentRow & {
  readonly participantName: string;
  /** Null: all the metering points of the participant. */
  readonly point: Pick<ConsentPointRow, "prm" | "name"> | null;
  readonly state: ConsentState;
  /** Valid, but for no longer than {@link EXPIRY_NOTICE_DAYS}. */
  readonly isExpiringSoon: boolean;
};

export type ConsentsOverview = {
  readonly management: PerimeterManagement;
  /** By participant, then by PRM. */
  readonly missing: readonly MissingConsentRow[];
  /** Of the registry, whether they lack something or not. */
  readonly participantCount: number;
  /** How many participants lack something. */
  readonly lackingParticipantCount: number;
  /** Latest signature first. */
  readonly recorded: readonly RecordedConsent[];
};

/** Who lacks what on a day, and everything that was recorded, with its state on that day: a list, see {@link listed}. */
export async function readConsents(operationId: AuthorizedOperationId, day: CivilDate): Promise<ConsentsOverview> {
  const registry = await readConsentRegistry(operationId);
  const restricted = new Set(registry.participants.filter((each) => each.isNameRestricted).map(({ id }) => id));
  const { recorded, ...overview } = overviewOf(registry, day);
  return {
    ...overview,
    recorded: recorded.map((consent) => (restricted.has(consent.participantId) ? listed(consent) : consent)),
  };
}

/** Of whoever asked to be erased neither his name nor that of his document, which often says it, is in a list. */
function listed(consent: RecordedConsent): RecordedConsent {
  const { document, point } = consent;
  return {
    ...consent,
    participantName: RESTRICTED_NAME,
    point: point && { ...point, name: RESTRICTED_NAME },
    document: document && { ...document, name: RESTRICTED_NAME },
  };
}

/**
 * The same with everybody's name, for what proves the consents.
 *
 * @param participantId - Null: of everyone.
 */
export async function readNamedConsents(
  operationId: AuthorizedOperationId,
  day: CivilDate,
  participantId: string | null,
): Promise<ConsentsOverview> {
  return overviewOf(await readConsentRegistry(operationId, participantId ?? undefined), day);
}

export type ParticipantConsents = ConsentsOverview & {
  readonly participant: ConsentRegistry["participants"][number];
  /** Told on a tenant of an operation managed as HLM only. */
  readonly isHlmTenant: boolean;
  /** Those that take part, or will. */
  readonly points: readonly Pick<ConsentPointRow, "id" | "prm" | "name">[];
  /** By id of a consent that counts: the PRM that could no longer take part without it. */
  readonly consequences: ReadonlyMap<string, readonly string[]>;
};

/** The consents of one participant, and what withdrawing each would cause; null when there is no such participant. */
export async function readParticipantConsents(
  operationId: AuthorizedOperationId,
  participantId: string,
  day: CivilDate,
): Promise<ParticipantConsents | null> {
  const registry = await readConsentRegistry(operationId, participantId);
  const [participant] = registry.participants;
  if (!participant) return null;
  const prmOf = new Map(registry.points.map(({ id, prm }) => [id, prm]));
  const open = registry.consents.filter((consent) => consentState(consent, day) === "valid");
  return {
    ...overviewOf(registry, day),
    participant,
    isHlmTenant: registry.management === "hlm" && participant.isTenant,
    points: registry.points.filter(({ attachments }) =>
      attachments.some(({ toExclusive }) => toExclusive === null || toExclusive > day),
    ),
    consequences: new Map(
      open.map((consent) => [
        consent.id,
        listWithdrawalConsequences(registry, consent, day).map((id) => prmOf.get(id) ?? ""),
      ]),
    ),
  };
}

function overviewOf(registry: ConsentRegistry, day: CivilDate): ConsentsOverview {
  const nameOf = new Map(registry.participants.map(({ id, name }) => [id, name]));
  const rankOf = new Map(registry.participants.map(({ id }, rank) => [id, rank]));
  const pointOf = new Map(registry.points.map((point) => [point.id, point]));
  const missing = listMissingConsents(registry, day).map((each): MissingConsentRow => {
    const { prm = "", name = "" } = pointOf.get(each.meteringPointId) ?? {};
    return { ...each, participantName: nameOf.get(each.participantId) ?? "", prm, pointName: name };
  });
  const lastDay = addDays(day, EXPIRY_NOTICE_DAYS);
  return {
    management: registry.management,
    missing: missing.sort((a, b) => (rankOf.get(a.participantId) ?? 0) - (rankOf.get(b.participantId) ?? 0)),
    participantCount: registry.participants.length,
    lackingParticipantCount: new Set(missing.map((each) => each.participantId)).size,
    recorded: registry.consents.map((consent): RecordedConsent => {
      const state = consentState(consent, day);
      const point = consent.meteringPointId === null ? undefined : pointOf.get(consent.meteringPointId);
      return {
        ...consent,
        participantName: nameOf.get(consent.participantId) ?? "",
        point: point ? { prm: point.prm, name: point.name } : null,
        state,
        isExpiringSoon: state === "valid" && consent.expiryDay !== null && consent.expiryDay <= lastDay,
      };
    }),
  };
}
