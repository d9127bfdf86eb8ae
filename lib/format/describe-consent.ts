import type { Authorizations, Consent } from "@/lib/domain/consents/consent";
import type { ConsentState } from "@/lib/domain/consents/consent-state";
import type { ConsentLack } from "@/lib/domain/consents/list-missing-consents";
import type { TableStatus } from "./table-cells";

const STATES: Readonly<Record<ConsentState, TableStatus>> = {
  valid: { text: "en cours", tone: "success" },
  not_yet: { text: "pas encore en vigueur", tone: "neutral" },
  expired: { text: "expiré", tone: "danger" },
  withdrawn: { text: "retiré", tone: "danger" },
  objected: { text: "opposition", tone: "danger" },
};

const LACKS: Readonly<Record<ConsentLack, string>> = {
  participation: "accord de participation",
  tenant_information: "information du locataire",
  tenant_objection: "le locataire s’est opposé : son PRM doit sortir",
  curve_collection: "relevé de la courbe de charge",
  organiser_transmission: "transmission à l’organisateur",
};

const AUTHORIZED: readonly (readonly [keyof Authorizations, string])[] = [
  ["participation", "participation"],
  ["curveCollection", "courbe de charge"],
  ["organiserTransmission", "transmission à l’organisateur"],
  ["supplierTransmission", "transmission au fournisseur"],
];

/** A consent's state in a word or two. */
export function describeConsentState(state: ConsentState, isExpiringSoon = false): TableStatus {
  return state === "valid" && isExpiringSoon ? { text: "expire bientôt", tone: "warning" } : STATES[state];
}

/** What is lacking, as one list: `relevé de la courbe de charge, transmission à l’organisateur`. */
export function describeLacks(lacks: readonly ConsentLack[]): string {
  return lacks.map((lack) => LACKS[lack]).join(", ");
}

/** What a consent authorises, as one list; of a tenant who was told, that he was. */
export function describeAuthorizations(consent: Authorizations & Pick<Consent, "kind">): string {
  if (consent.kind === "tenant_information") return "locataire informé, sans opposition";
  const given = AUTHORIZED.filter(([key]) => consent[key]).map(([, label]) => label);
  return given.length === 0 ? "rien" : given.join(", ");
}

/** How many participants lack a consent: `3 participants sans tous leurs accords`. */
export function describeLackingCount(count: number): string {
  return count === 1 ? "1 participant sans tous ses accords" : `${count} participants sans tous leurs accords`;
}
