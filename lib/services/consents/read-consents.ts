import "server-only";
import { type ConsentPointRow, type ConsentRow, readConsentRegistry } from "@/lib/data/consents";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type ConsentState, consentState } from "@/lib/domain/consents/consent-state";
import { listMissingConsents, type MissingConsent } from "@/lib/domain/consents/list-missing-consents";
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
  /** How many participants lack something. */
  readonly lackingParticipantCount: number;
  /** Latest signature first. */
  readonly recorded: readonly RecordedConsent[];
};

/**
 * Who lacks what on a day, and everything that was recorded, with its state on that day.
 *
 * @param participantId - Of this participant only.
 */
export async function readConsents(
  operationId: AuthorizedOperationId,
  day: CivilDate,
  participantId?: string,
): Promise<ConsentsOverview> {
  const registry = await readConsentRegistry(operationId, participantId);
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
