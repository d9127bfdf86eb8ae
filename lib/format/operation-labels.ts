import type { MissingSheetField } from "@/lib/domain/operation/list-missing-sheet-fields";
import type { PartyField, PartyRole } from "@/lib/domain/operation/operation-party";

/** A value as it is stored, with the words for it. */
export type LabelledOption = { readonly value: string; readonly label: string; readonly description?: string };

/** The boxes of annexe 1. */
export const PROXIMITY_OPTIONS: readonly LabelledOption[] = [
  { value: "same_building", label: "Dans un même et unique bâtiment" },
  { value: "extended", label: "Étendue" },
  {
    value: "derogation",
    label: "Étendue dérogatoire",
    description: "Le ministre chargé de l’énergie a accordé une dérogation au critère de distance.",
  },
];

export const DEROGATION_OPTIONS: readonly LabelledOption[] = [
  { value: "rural_and_periurban", label: "Communes rurales et périurbaines" },
  { value: "rural", label: "Communes rurales seulement" },
  { value: "epci", label: "À l’intérieur d’un EPCI, entre personnes publiques" },
];

export const ZONE_OPTIONS: readonly LabelledOption[] = [
  { value: "mainland", label: "Métropole continentale" },
  { value: "non_interconnected", label: "Zone non interconnectée (Corse, outre-mer)" },
];

/** Code du travail, L.3133-1 and L.3134-13. */
export const HOLIDAY_OPTIONS: readonly LabelledOption[] = [
  { value: "metropolitan", label: "France métropolitaine" },
  { value: "alsace_moselle", label: "Alsace-Moselle (Vendredi saint et 26 décembre en plus)" },
];

/** Code de l’énergie, L.315-2-1; annexe 1. */
export const HLM_OPTIONS: readonly LabelledOption[] = [
  { value: "standard", label: "Non" },
  {
    value: "hlm",
    label: "Oui",
    description:
      "La personne morale organisatrice atteste alors qu’elle est un organisme d’habitations à loyer modéré (code de la construction et de l’habitation, art. L.411-2) et que l’opération concerne ses locataires.",
  },
];

export const STEP_OPTIONS: readonly LabelledOption[] = ["5", "10", "15", "30", "60"].map((value) => ({
  value,
  label: `${value} minutes`,
}));

/** The words for a stored value; « – » when there is none. */
export function labelOf(options: readonly LabelledOption[], value: string | null): string {
  return options.find((option) => option.value === value)?.label ?? "–";
}

export const PARTY_LABELS: Readonly<Record<PartyRole, string>> = {
  organiser: "Personne morale organisatrice",
  referent: "Référent",
  correspondent: "Interlocuteur privilégié",
  agent: "Mandataire",
  signatory: "Signataire",
  dso: "Gestionnaire de réseau",
};

export const PARTY_FIELD_LABELS: Readonly<Record<PartyField, string>> = {
  organisationName: "Nom de l’organisme",
  siret: "Numéro SIRET",
  legalForm: "Forme juridique",
  nafCode: "Code NAF",
  lastName: "Nom",
  firstName: "Prénom",
  jobTitle: "Fonction",
  address: "Adresse",
  postalCode: "Code postal",
  city: "Ville",
  phone: "Téléphone",
  email: "Adresse électronique",
};

export const OPERATION_FIELD_LABELS = {
  name: "Dénomination",
  place: "Lieu",
  proximityKind: "Situation géographique",
  derogationBasis: "Fondement de la dérogation",
  networkZone: "Zone du réseau",
  perimeterManagement: "Dispositions HLM",
  holidayRegion: "Jours fériés",
  conventionSignedDay: "Convention signée le",
  accNumber: "Numéro de l’opération",
  startDay: "Date de début",
  monthlyAnniversaryDay: "Date anniversaire mensuelle",
  stepMinutes: "Pas de temps",
} as const;

/**
 * What is still to be written, one sentence for each part of the sheet.
 *
 * @example
 * describeMissingFields([{ of: "signatory", field: "jobTitle" }]); // => ["Signataire : fonction"]
 */
export function describeMissingFields(missing: readonly MissingSheetField[]): readonly string[] {
  const byPart = new Map<string, string[]>();
  for (const { of, field } of missing) {
    const part = of === "operation" ? "Opération" : PARTY_LABELS[of];
    const label = of === "operation" ? OPERATION_FIELD_LABELS[field] : PARTY_FIELD_LABELS[field];
    // « Numéro SIRET » keeps the capitals of its acronym.
    byPart.set(part, [...(byPart.get(part) ?? []), label.charAt(0).toLowerCase() + label.slice(1)]);
  }
  return [...byPart].map(([part, labels]) => `${part} : ${labels.join(", ")}`);
}
