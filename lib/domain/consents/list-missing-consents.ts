import type { Attachment } from "@/lib/domain/perimeter/attachment";
import type { PerimeterManagement } from "@/lib/domain/perimeter/declared-perimeter";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Authorizations, Consent } from "./consent";
import { consentState } from "./consent-state";

/** What may be lacking: an authorisation, or for a HLM tenant that he was told, or that he did not object. */
export type ConsentLack =
  | "participation"
  | "tenant_information"
  | "tenant_objection"
  | "curve_collection"
  | "organiser_transmission";

export type ConsentHolder = { readonly id: string; readonly isTenant: boolean };

export type ConsentPoint = {
  readonly id: string;
  readonly participantId: string;
  readonly attachments: readonly Pick<Attachment, "from" | "toExclusive">[];
};

export type MissingConsent = {
  readonly participantId: string;
  readonly meteringPointId: string;
  /** The day asked about, or the day the metering point enters when that is later. */
  readonly neededOn: CivilDate;
  /** Whether the metering point is still to enter. */
  readonly isEntering: boolean;
  readonly lacks: readonly ConsentLack[];
};

/**
 * Which metering points take part on a day, or enter later, without what the convention asks of their holder.
 *
 * Everyone needs an agreement to take part (art. 3.1, 5.1.1) and the authorisation to collect the load curve and send it
 * to the organiser (art. 5.1.4), valid on the day itself or on the day of entry. The text makes no exception for the
 * organiser's own metering points: they need one too. A tenant of an operation managed as HLM needs no agreement to take
 * part: he is told, and has not objected; the authorisation for his curve is still needed (annexe 4). Sending the curve
 * to the supplier is a box of the form that taking part does not depend on, so it is never lacking.
 *
 * A consent is its giver's: after a change of holder the one before counts for nothing. What someone withdraws from a
 * metering point also ends what he gave for it before.
 *
 * @returns In the order of `points`; those that lack nothing are left out.
 */
export function listMissingConsents(
  registry: {
    readonly management: PerimeterManagement;
    readonly participants: readonly ConsentHolder[];
    readonly points: readonly ConsentPoint[];
    readonly consents: readonly Consent[];
  },
  day: CivilDate,
): readonly MissingConsent[] {
  const tenants = new Set(registry.participants.filter(({ isTenant }) => isTenant).map(({ id }) => id));
  const consentsOf = new Map<string, Consent[]>();
  for (const consent of registry.consents) {
    const own = consentsOf.get(consent.participantId);
    if (own) own.push(consent);
    else consentsOf.set(consent.participantId, [consent]);
  }
  return registry.points.flatMap(({ id, participantId, attachments }): MissingConsent[] => {
    const neededOn = firstDayFrom(attachments, day);
    if (neededOn === null) return [];
    const given = (consentsOf.get(participantId) ?? []).filter(
      ({ meteringPointId }) => meteringPointId === null || meteringPointId === id,
    );
    const isHlmTenant = registry.management === "hlm" && tenants.has(participantId);
    const lacks = listLacks(given, neededOn, isHlmTenant);
    return lacks.length === 0
      ? []
      : [{ participantId, meteringPointId: id, neededOn, isEntering: neededOn > day, lacks }];
  });
}

/** The first day from `day` on that one of the attachments counts; null when none does any more. */
function firstDayFrom(attachments: ConsentPoint["attachments"], day: CivilDate): CivilDate | null {
  const days = attachments
    .filter(({ from, toExclusive }) => toExclusive === null || (toExclusive > day && toExclusive > from))
    .map(({ from }) => (from > day ? from : day));
  return days.sort()[0] ?? null;
}

function listLacks(given: readonly Consent[], day: CivilDate, isHlmTenant: boolean): readonly ConsentLack[] {
  const has = (key: keyof Authorizations) => isGiven(given, day, (consent) => consent[key]);
  const lacks: ConsentLack[] = [];
  if (isHlmTenant) {
    const isTold = ({ kind, participation }: Consent) => kind === "tenant_information" || participation;
    if (!isGiven(given, day, isTold)) {
      const hasObjected = given.some((consent) => consentState(consent, day) === "objected");
      lacks.push(hasObjected ? "tenant_objection" : "tenant_information");
    }
  } else if (!isGiven(given, day, ({ kind, participation }) => kind === "agreement" && participation)) {
    lacks.push("participation");
  }
  if (!has("curveCollection")) lacks.push("curve_collection");
  if (!has("organiserTransmission")) lacks.push("organiser_transmission");
  return lacks;
}

/** Whether something is authorised on a day: given, and not withdrawn since. */
function isGiven(given: readonly Consent[], day: CivilDate, authorizes: (consent: Consent) => boolean): boolean {
  const relevant = given.filter(authorizes);
  const withdrawals = relevant.flatMap(({ withdrawnDay }) =>
    withdrawnDay !== null && withdrawnDay <= day ? [withdrawnDay] : [],
  );
  const lastWithdrawal = withdrawals.sort().at(-1);
  return relevant.some(
    (consent) =>
      consentState(consent, day) === "valid" && (lastWithdrawal === undefined || consent.givenDay >= lastWithdrawal),
  );
}
