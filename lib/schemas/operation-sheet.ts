import * as z from "zod";
import type { PartyRole } from "@/lib/domain/operation/operation-party";
import {
  accNumberSchema,
  emailSchema,
  monthlyAnniversaryDaySchema,
  nafCodeSchema,
  optionalDaySchema,
  optionalText,
  phoneSchema,
  postalCodeSchema,
  requiredText,
  siretSchema,
  slugSchema,
  startDaySchema,
  stepMinutesSchema,
} from "./operation-fields";

export const PROXIMITY_KINDS = ["same_building", "extended", "derogation"] as const;
export const DEROGATION_BASES = ["rural_and_periurban", "rural", "epci"] as const;
export const NETWORK_ZONES = ["mainland", "non_interconnected"] as const;
export const HOLIDAY_REGIONS = ["metropolitan", "alsace_moselle"] as const;
export const PERIMETER_MANAGEMENTS = ["standard", "hlm"] as const;

const BODY = {
  organisationName: optionalText(),
  siret: siretSchema,
  legalForm: optionalText(),
  nafCode: nafCodeSchema,
};
const PERSON = { lastName: optionalText(), firstName: optionalText(), jobTitle: optionalText() };
const PLACE = { address: optionalText(), postalCode: postalCodeSchema, city: optionalText() };
const REACH = { phone: phoneSchema, email: emailSchema };

const ORGANISER = {
  ...BODY,
  organisationName: requiredText("Donnez le nom de la personne morale organisatrice."),
  ...PLACE,
  ...REACH,
};

/** The fields of each party, as PARTY_FIELDS lists them. */
export const PARTY_SCHEMAS = {
  organiser: z.object(ORGANISER),
  referent: z.object({ lastName: PERSON.lastName, firstName: PERSON.firstName, ...REACH }),
  correspondent: z.object({ ...PERSON, ...PLACE, ...REACH }),
  agent: z.object({ ...BODY, ...PERSON, ...PLACE, ...REACH }),
  signatory: z.object({ ...PERSON, ...PLACE, ...REACH }),
  dso: z.object({ organisationName: optionalText(), ...PLACE, email: emailSchema }),
} satisfies Readonly<Record<PartyRole, z.ZodObject>>;

const DESCRIPTION = {
  name: requiredText("Donnez un nom à l’opération."),
  place: optionalText(),
  proximityKind: z.enum(PROXIMITY_KINDS, "Choisissez le périmètre géographique."),
  // Hidden, hence absent, unless the operation is a derogation.
  derogationBasis: z.union([z.literal("").transform(() => null), z.enum(DEROGATION_BASES)]).default(null),
  networkZone: z.enum(NETWORK_ZONES, "Choisissez la zone du réseau."),
  perimeterManagement: z.enum(PERIMETER_MANAGEMENTS, "Répondez par oui ou par non."),
  // Absent: stays as it is.
  holidayRegion: z.enum(HOLIDAY_REGIONS).optional(),
};

const CALENDAR = {
  startDay: startDaySchema,
  monthlyAnniversaryDay: monthlyAnniversaryDaySchema,
  stepMinutes: stepMinutesSchema,
};

type Proximity = { proximityKind?: unknown; derogationBasis?: unknown };

/** Told beside the field even while others are wrong. */
const HAS_BASIS = {
  check: ({ proximityKind, derogationBasis }: Proximity) => proximityKind !== "derogation" || Boolean(derogationBasis),
  params: { path: ["derogationBasis"], message: "Dites sur quoi se fonde la dérogation.", when: () => true },
};

/** A basis typed before another kind was chosen says nothing. */
function dropBasis<T extends Proximity>(sheet: T): T {
  return sheet.proximityKind === "derogation" ? sheet : { ...sheet, derogationBasis: null };
}

/** What the guided form asks before an operation is created; field names are those of the form. */
export const newOperationSchema = z
  .object({
    collectivity: z.uuid("Choisissez la collectivité."),
    slug: slugSchema,
    ...DESCRIPTION,
    ...ORGANISER,
    ...CALENDAR,
    accNumber: accNumberSchema,
  })
  .refine(HAS_BASIS.check, HAS_BASIS.params)
  .transform(dropBasis);

/** The parts of the sheet, each saved by itself. */
export const SHEET_SECTIONS = {
  operation: z.object(DESCRIPTION).refine(HAS_BASIS.check, HAS_BASIS.params).transform(dropBasis),
  number: z.object({ accNumber: accNumberSchema }),
  signature: z.object({ conventionSignedDay: optionalDaySchema }),
  calendar: z.object(CALENDAR),
  ...PARTY_SCHEMAS,
} satisfies Readonly<Record<string, z.ZodType>>;

export type SheetSectionName = keyof typeof SHEET_SECTIONS;

export const isPartyRole = (section: SheetSectionName): section is PartyRole => section in PARTY_SCHEMAS;

export const sheetSectionNameSchema = z.enum(Object.keys(SHEET_SECTIONS) as [SheetSectionName, ...SheetSectionName[]]);
