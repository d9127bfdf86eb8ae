/** Who the convention names: its organiser, the people who speak for it, the DSO's desk (annexes 1 and 3). */
export type PartyRole = "organiser" | "referent" | "correspondent" | "signatory" | "agent" | "dso";

/** A body or a person of the convention. Null: not told yet. */
export type OperationParty = {
  readonly organisationName: string | null;
  readonly siret: string | null;
  readonly legalForm: string | null;
  readonly nafCode: string | null;
  readonly lastName: string | null;
  readonly firstName: string | null;
  readonly jobTitle: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

export type PartyField = keyof OperationParty;

const BODY = ["organisationName", "siret", "legalForm", "nafCode"] as const;
const PERSON = ["lastName", "firstName", "jobTitle"] as const;
const PLACE = ["address", "postalCode", "city"] as const;
const REACH = ["phone", "email"] as const;

/**
 * What the convention asks of each, in the order of its tables.
 *
 * @see Convention Enedis-FOR-CF_01E, annexes 1 and 3.
 */
export const PARTY_FIELDS: Readonly<Record<PartyRole, readonly PartyField[]>> = {
  organiser: [...BODY, ...PLACE, ...REACH],
  referent: ["lastName", "firstName", ...REACH],
  correspondent: [...PERSON, ...PLACE, ...REACH],
  agent: [...BODY, ...PERSON, ...PLACE, ...REACH],
  signatory: [...PERSON, ...PLACE, ...REACH],
  dso: ["organisationName", ...PLACE, "email"],
};
