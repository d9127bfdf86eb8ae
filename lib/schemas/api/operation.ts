import * as z from "zod";
import { PARTY_FIELDS, type PartyRole } from "@/lib/domain/operation/operation-party";
import {
  DEROGATION_BASES,
  HOLIDAY_REGIONS,
  NETWORK_ZONES,
  PERIMETER_MANAGEMENTS,
  PROXIMITY_KINDS,
} from "@/lib/schemas/operation-sheet";
import { apiComponent } from "./api-component";

const sheetFields = {
  slug: z.string().describe("Nom de l’opération dans les adresses ; il vaut partout où l’on attend le numéro."),
  accNumber: z.string().nullable().describe("Numéro donné par le gestionnaire de réseau ; null avant."),
  name: z.string().describe("Dénomination."),
  isDemonstration: z.boolean().describe("Vrai pour l’opération fictive livrée avec Prorata."),
  startDay: z.iso.date().describe("Premier jour."),
  monthlyAnniversaryDay: z
    .number()
    .int()
    .describe("Jour du mois où commence une période de calcul, de 1 à 31, avant tout déplacement (anniversaries)."),
  anniversaryMoves: z
    .array(
      z.object({
        from: z.iso.date(),
        dayOfMonth: z.number().int().min(1).max(31).describe("Jour du mois où commence une période, de 1 à 31."),
      }),
    )
    .describe("Déplacements enregistrés, du plus ancien au plus récent ; anniversaries dit lesquels valent."),
  stepMinutes: z.number().int().describe("Pas du calcul, en minutes."),
  place: z.string().nullable().describe("Communes, quartier ou adresse des bâtiments."),
  proximityKind: z
    .enum(PROXIMITY_KINDS)
    .nullable()
    .describe("same_building : même bâtiment ; extended : étendue ; derogation : étendue dérogatoire."),
  derogationBasis: z.enum(DEROGATION_BASES).nullable().describe("Sur quoi se fonde la dérogation."),
  networkZone: z.enum(NETWORK_ZONES).describe("Métropole continentale, ou zone non interconnectée."),
  perimeterManagement: z.enum(PERIMETER_MANAGEMENTS).describe("hlm : dispositions des organismes HLM (L.315-2-1)."),
  conventionSignedDay: z.iso.date().nullable().describe("Jour où la convention a porté les deux signatures."),
  holidayRegion: z.enum(HOLIDAY_REGIONS).describe("Jours fériés qui ne comptent pas dans les délais en jours ouvrés."),
};

/** The operations the caller may open. */
export const operationListSchema = apiComponent(
  "OperationList",
  z.object({
    operations: z.array(z.object({ ...sheetFields, collectivityName: z.string().describe("Collectivité.") })),
  }),
);

const countsSchema = apiComponent(
  "PointCounts",
  z.object({
    day: z.iso.date(),
    producers: z.number().int().nonnegative().describe("PRM producteurs."),
    consumers: z.number().int().nonnegative().describe("PRM consommateurs."),
  }),
);

const partySchema = (role: PartyRole, description: string) =>
  z
    .object(Object.fromEntries(PARTY_FIELDS[role].map((field) => [field, z.string().nullable()])))
    .nullable()
    .describe(`${description} Null : pas encore renseigné.`);

/** One operation as annexes 1 and 3 describe it. */
export const operationSchema = apiComponent(
  "Operation",
  z.object({
    operation: z.object({
      ...sheetFields,
      collectivityName: z.string().describe("Collectivité."),
      atStart: countsSchema.describe("Participants au premier jour (annexe 1)."),
      now: countsSchema.nullable().describe("Participants ce jour ; null avant le premier jour."),
      renewable: z
        .enum(["yes", "no", "unknown"])
        .describe("Si tous les producteurs sont d’origine renouvelable, d’après le registre."),
      parties: z.object({
        organiser: partySchema("organiser", "Personne morale organisatrice."),
        referent: partySchema("referent", "Référent."),
        correspondent: partySchema("correspondent", "Interlocuteur privilégié."),
        agent: partySchema("agent", "Mandataire."),
        signatory: partySchema("signatory", "Signataire."),
        dso: partySchema("dso", "Bureau du gestionnaire de réseau."),
      }),
    }),
  }),
);
