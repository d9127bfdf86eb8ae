import {
  type OperationParty,
  PARTY_FIELDS,
  type PartyField,
  type PartyRole,
} from "@/lib/domain/operation/operation-party";
import { formatDay } from "@/lib/format/format-date";
import { formatCount, UNKNOWN } from "@/lib/format/format-number";
import { formatPhone } from "@/lib/format/format-phone";
import { formatSiret } from "@/lib/format/format-siret";
import {
  DEROGATION_OPTIONS,
  HOLIDAY_OPTIONS,
  OPERATION_FIELD_LABELS as LABELS,
  labelOf,
  PARTY_FIELD_LABELS,
  PROXIMITY_OPTIONS,
  STEP_OPTIONS,
  ZONE_OPTIONS,
} from "@/lib/format/operation-labels";
import type { AuthorizedOperation } from "@/lib/server/access";
import type { ReadOperationSheet } from "@/lib/services/operations/read-operation-sheet";

type OperationSheet = AuthorizedOperation["sheet"];

export type SheetItem = { readonly label: string; readonly value: string; readonly help?: string };

const PRINTED: Readonly<Partial<Record<PartyField, (value: string) => string>>> = {
  siret: formatSiret,
  phone: formatPhone,
};

/** What is known of a party, in the order of the convention's tables; nothing when nobody has said a word of it. */
export function partyItems(role: PartyRole, party: OperationParty | undefined): readonly SheetItem[] {
  if (!party) return [];
  return PARTY_FIELDS[role].map((field) => {
    const value = party[field];
    return { label: PARTY_FIELD_LABELS[field], value: value ? (PRINTED[field]?.(value) ?? value) : UNKNOWN };
  });
}

/** The same as one types it. */
export function partyValues(role: PartyRole, party: OperationParty | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(PARTY_FIELDS[role].map((field) => [field, party?.[field] ?? ""]));
}

export function descriptionItems(sheet: OperationSheet): readonly SheetItem[] {
  const isDerogation = sheet.proximityKind === "derogation";
  return [
    { label: LABELS.name, value: sheet.name },
    { label: LABELS.place, value: sheet.place ?? UNKNOWN },
    { label: LABELS.proximityKind, value: labelOf(PROXIMITY_OPTIONS, sheet.proximityKind) },
    ...(isDerogation
      ? [{ label: LABELS.derogationBasis, value: labelOf(DEROGATION_OPTIONS, sheet.derogationBasis) }]
      : []),
    { label: LABELS.networkZone, value: labelOf(ZONE_OPTIONS, sheet.networkZone) },
    {
      label: LABELS.perimeterManagement,
      value: sheet.perimeterManagement === "hlm" ? "Oui" : "Non",
      help:
        sheet.perimeterManagement === "hlm"
          ? "La personne morale organisatrice atteste qu’elle est un organisme d’habitations à loyer modéré et que l’opération concerne ses locataires (code de l’énergie, art. L.315-2-1)."
          : "Code de l’énergie, art. L.315-2-1.",
    },
    {
      label: LABELS.holidayRegion,
      value: labelOf(HOLIDAY_OPTIONS, sheet.holidayRegion),
      help: "Ils ne comptent pas dans les délais en jours ouvrés.",
    },
  ];
}

const RENEWABLE: Readonly<Record<ReadOperationSheet["renewable"], string>> = {
  yes: "Oui",
  no: "Non",
  unknown: UNKNOWN,
};

export function participantItems({ atStart, now, renewable }: ReadOperationSheet): readonly SheetItem[] {
  const counts = ({ producers, consumers }: ReadOperationSheet["atStart"]) =>
    `${formatCount(producers, "PRM producteur", "PRM producteurs")}, ${formatCount(consumers, "PRM consommateur", "PRM consommateurs")}`;
  return [
    { label: `Au démarrage, le ${formatDay(atStart.day)}`, value: counts(atStart) },
    ...(now && now.day !== atStart.day ? [{ label: "Aujourd’hui", value: counts(now) }] : []),
    {
      label: "Tous les producteurs sont d’origine renouvelable",
      value: RENEWABLE[renewable],
      help:
        renewable === "unknown"
          ? "L’énergie d’un producteur au moins n’est pas renseignée dans le registre (code de l’énergie, art. L.211-2)."
          : "D’après le registre (code de l’énergie, art. L.211-2).",
    },
  ];
}

export function signatureItems({ conventionSignedDay }: OperationSheet): readonly SheetItem[] {
  return conventionSignedDay ? [{ label: LABELS.conventionSignedDay, value: formatDay(conventionSignedDay) }] : [];
}

/** @param anniversaries - Those that stand, in words. */
export function calendarItems(sheet: OperationSheet, anniversaries: string): readonly SheetItem[] {
  return [
    { label: LABELS.startDay, value: formatDay(sheet.startDay) },
    { label: LABELS.monthlyAnniversaryDay, value: anniversaries },
    { label: LABELS.stepMinutes, value: labelOf(STEP_OPTIONS, String(sheet.stepMinutes)) },
  ];
}
