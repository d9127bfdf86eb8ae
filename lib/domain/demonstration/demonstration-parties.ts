import type { OperationParty, PartyRole } from "@/lib/domain/operation/operation-party";
import { DEMONSTRATION_OPERATION, type DemonstrationContact } from "./demonstration-operation";

const { organiser, referent, signatory, city, postalCode } = DEMONSTRATION_OPERATION;

const PLACE = { address: "1 place de la République", postalCode, city };

const digits = (phone: string) => phone.replaceAll(" ", "");

const person = ({ lastName, firstName, phone, email }: DemonstrationContact) => ({
  lastName,
  firstName,
  phone: digits(phone),
  email,
});

/**
 * Whom the demonstration's convention would name; it has no « mandataire ».
 *
 * @see Convention Enedis-FOR-CF_01E, annexes 1 and 3.
 */
export const DEMONSTRATION_PARTIES: Readonly<Partial<Record<PartyRole, Partial<OperationParty>>>> = {
  organiser: {
    organisationName: organiser.name,
    siret: organiser.siret,
    legalForm: organiser.legalForm,
    nafCode: organiser.nafCode,
    ...PLACE,
    phone: digits(signatory.phone),
    email: organiser.email,
  },
  referent: person(referent),
  correspondent: { ...person(referent), jobTitle: referent.function, ...PLACE },
  signatory: { ...person(signatory), jobTitle: signatory.function, ...PLACE },
  dso: {
    organisationName: "Gestionnaire de réseau de la démonstration",
    address: "2 rue du Réseau",
    postalCode: "34999",
    city: "Ville-Exemple",
    email: "autoconsommation@reseau.example",
  },
};
