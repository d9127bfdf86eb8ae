import * as z from "zod";
import { daySchema } from "@/lib/schemas/day";
import { apiComponent } from "./api-component";
import { apiErrorSchema } from "./api-error";
import { apiDaySchema, prmSchema } from "./api-parameters";

/** Media type of a workbook. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A body that is one workbook. With macros too: they are left aside, and said to be. */
export const ANNEX_2_RAW_TYPES = [
  XLSX_TYPE,
  "application/vnd.ms-excel.sheet.macroEnabled.12",
  "application/octet-stream",
] as const;

/** How an annexe 2 is sent. */
export const annex2QuerySchema = z.object({
  effectDate: daySchema.meta({
    description: "Premier jour du nouveau périmètre : le classeur, lui, n’a pas de date.",
    format: "date",
  }),
  dryRun: z
    .enum(["true", "false"])
    .optional()
    .transform((text) => text === "true")
    .describe("true : dire ce qui changerait, sans rien enregistrer. false par défaut."),
  name: z.string().optional().describe("Nom du fichier, quand il est envoyé tel quel."),
});

/** Which registry is asked for. */
export const annex2ExportQuerySchema = z.object({
  date: daySchema
    .optional()
    .describe("Jour du périmètre ; par défaut, le premier jour de la clé demandée, sinon aujourd’hui."),
  key: z
    .uuid("Identifiant attendu")
    .optional()
    .describe("Version de la clé dont les coefficients sont écrits, même avant son envoi ; celle du jour par défaut."),
});

const roleSchema = z.enum(["consumer", "producer"]);
const kindSchema = z.enum(["static", "dynamic_simple", "dynamic_full", "default"]);
const managementSchema = z.enum(["standard", "hlm"]);
const memberFields = { prm: prmSchema, role: roleSchema, name: z.string().describe("Titulaire.") };
const memberListSchema = (description: string) => z.array(z.object(memberFields)).describe(description);
const valueSchema = z.union([z.string(), z.number()]).nullable();

const differenceSchema = apiComponent(
  "Annex2Difference",
  z
    .object({
      entered: memberListSchema("Entrent à la date d’effet."),
      left: memberListSchema("Sortent : la date d’effet est le premier jour qui ne compte plus."),
      changed: z
        .array(
          z.object({
            ...memberFields,
            changes: z.array(
              z.object({
                field: z
                  .enum(["name", "legalId", "address", "email", "injectionContract", "peakPowerW", "coefficientPpm"])
                  .describe("Ce qui change ; legalId : SIRET ou RNA, peakPowerW en W, coefficientPpm en millionièmes."),
                before: valueSchema.describe("Valeur du registre ; null : inconnue ou sans objet."),
                after: valueSchema.describe("Valeur du classeur ; null : inconnue ou sans objet."),
              }),
            ),
          }),
        )
        .describe("Restent, avec d’autres données."),
      unchanged: memberListSchema("Restent, sans changement."),
      kind: z
        .object({ before: kindSchema.nullable(), after: kindSchema.nullable() })
        .nullable()
        .describe("Type de répartition, s’il change."),
      management: z
        .object({ before: managementSchema, after: managementSchema })
        .nullable()
        .describe("Gestion des entrées et sorties, si elle change : standard ou hlm."),
      cancelled: z
        .array(
          z.union([
            z.object({ what: z.enum(["entry", "exit"]), on: z.iso.date(), prm: prmSchema, role: roleSchema }),
            z.object({ what: z.literal("key"), on: z.iso.date(), kind: kindSchema }),
          ]),
        )
        .describe("Entrées, sorties et clés prévues après la date d’effet, que le classeur remplace."),
    })
    .describe("Ce que le classeur change dans le registre, à la date d’effet."),
);

/** A problem of a file that was sent. */
export const fileProblemSchema = apiComponent(
  "FileProblem",
  z
    .object({
      severity: z.enum(["error", "warning"]),
      sheet: z.string().optional().describe("Feuille."),
      line: z.number().int().optional().describe("Ligne, à partir de 1."),
      column: z.string().optional().describe("Colonne : sa lettre ou son titre."),
      code: z.string().describe("Code stable, en anglais."),
      message: z.string().describe("Où, quoi, et que faire."),
    })
    .describe("Un problème du fichier. Une erreur l’empêche d’être enregistré, un avertissement non."),
);

const annex2Schema = apiComponent(
  "Annex2",
  z.object({
    status: z
      .enum(["checked", "applied", "unchanged"])
      .describe("checked : vérifié seulement ; applied : enregistré ; unchanged : le registre le disait déjà."),
    fileName: z.string(),
    effectDate: apiDaySchema,
    difference: differenceSchema,
    problems: z.array(fileProblemSchema).describe("Avertissements ; les 20 premiers de chaque sorte."),
    errorCount: z.number().int(),
    warningCount: z.number().int(),
  }),
);

/** What one annexe 2 changes. */
export const annex2AnswerSchema = apiComponent("Annex2Answer", z.object({ annex2: annex2Schema }));

/** What each of several annexes 2 changes, or why it is refused. */
export const annex2BulkAnswerSchema = apiComponent(
  "Annex2BulkAnswer",
  z.object({
    results: z.array(
      z.union([
        z.object({ fileName: z.string(), status: z.number().int(), annex2: annex2Schema }),
        z.object({ fileName: z.string(), status: z.number().int(), ...apiErrorSchema.shape }),
      ]),
    ),
  }),
);
