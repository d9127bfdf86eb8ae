import { PARTY_FIELDS, type PartyField, type PartyRole } from "@/lib/domain/operation/operation-party";
import {
  DEROGATION_OPTIONS,
  HLM_OPTIONS,
  HOLIDAY_OPTIONS,
  OPERATION_FIELD_LABELS as LABELS,
  PARTY_FIELD_LABELS,
  PROXIMITY_OPTIONS,
  STEP_OPTIONS,
  ZONE_OPTIONS,
} from "@/lib/format/operation-labels";
import type { FieldSpec } from "./field-spec";

const KINDS: Readonly<Partial<Record<PartyField, "email" | "tel" | "digits">>> = {
  siret: "digits",
  postalCode: "digits",
  phone: "tel",
  email: "email",
};

const DESCRIPTIONS: Readonly<Partial<Record<PartyField, string>>> = {
  siret: "14 chiffres",
  nafCode: "4 chiffres et une lettre, par exemple 8411Z",
};

/** The fields of a party, in the order of the convention's tables. */
export function partyFields(role: PartyRole): readonly FieldSpec[] {
  return PARTY_FIELDS[role].map((field) => {
    const description = DESCRIPTIONS[field];
    return {
      name: field,
      label: PARTY_FIELD_LABELS[field],
      kind: KINDS[field] ?? "text",
      isRequired: role === "organiser" && field === "organisationName",
      ...(description ? { description } : {}),
    };
  });
}

export const NAME_FIELD: FieldSpec = { name: "name", label: LABELS.name, kind: "text", isRequired: true };

/** What annexe 1 asks of the operation, its name apart. */
export const DESCRIPTION_FIELDS: readonly FieldSpec[] = [
  {
    name: "place",
    label: LABELS.place,
    description: "Communes, et s’il y a lieu quartier, lieu-dit ou adresse des bâtiments",
    kind: "text",
  },
  {
    name: "proximityKind",
    label: LABELS.proximityKind,
    kind: "choice",
    options: PROXIMITY_OPTIONS,
    isRequired: true,
  },
  {
    name: "derogationBasis",
    label: LABELS.derogationBasis,
    kind: "choice",
    options: DEROGATION_OPTIONS,
    isRequired: true,
    when: { field: "proximityKind", is: "derogation" },
  },
  { name: "networkZone", label: LABELS.networkZone, kind: "list", options: ZONE_OPTIONS },
  {
    name: "perimeterManagement",
    label: "Bénéficier des dispositions propres aux organismes HLM et à leurs locataires",
    description: "Code de l’énergie, art. L.315-2-1 : un locataire participe sauf s’il s’y oppose.",
    kind: "choice",
    options: HLM_OPTIONS,
  },
  {
    name: "holidayRegion",
    label: LABELS.holidayRegion,
    description: "Ils ne comptent pas dans les délais en jours ouvrés.",
    kind: "list",
    options: HOLIDAY_OPTIONS,
  },
];

export const SIGNATURE_FIELD: FieldSpec = {
  name: "conventionSignedDay",
  label: LABELS.conventionSignedDay,
  description: "Jour où les deux parties l’avaient signée ; vide tant que ce n’est pas fait",
  kind: "date",
};

export const CALENDAR_FIELDS: readonly FieldSpec[] = [
  {
    name: "startDay",
    label: LABELS.startDay,
    description: "Premier jour où l’énergie est partagée",
    kind: "date",
    isRequired: true,
  },
  {
    name: "monthlyAnniversaryDay",
    label: LABELS.monthlyAnniversaryDay,
    description: "Jour du mois où commence une période de calcul, de 1 à 31",
    kind: "digits",
    isRequired: true,
  },
  {
    name: "stepMinutes",
    label: LABELS.stepMinutes,
    description:
      "30 minutes, sauf accord avec Enedis. L’énergie se partage à l’intérieur de chaque pas : un pas plus long laisse un site profiter de ce qui est produit jusqu’à une heure avant ou après. Les compteurs peuvent avoir un autre pas. Il ne change plus une fois des mesures reçues.",
    kind: "list",
    options: STEP_OPTIONS,
  },
];

export const NUMBER_FIELD: FieldSpec = {
  name: "accNumber",
  label: LABELS.accNumber,
  description: "ACC et 8 chiffres, donné par Enedis ; il peut venir plus tard",
  kind: "text",
};
