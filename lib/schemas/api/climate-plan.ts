import * as z from "zod";
import { noteChangeSchema } from "@/lib/schemas/climate-note";
import { apiComponent } from "./api-component";
import { nodeScoreSchema, statusSchema } from "./score-calculation";

/** What is said of an action beside its status. */
export const noteSchema = apiComponent(
  "ClimateNote",
  noteChangeSchema
    .required()
    .extend({ dueDay: z.iso.date().nullable().describe("Échéance : dernier jour pour la faire.") }),
);

/** The climate plan of a collectivity. */
export const climatePlanSchema = apiComponent(
  "ClimatePlan",
  z.object({
    stars: z.number().int().min(1).max(5).describe("Étoiles que permet le score."),
    statuses: z
      .record(z.string(), statusSchema)
      .describe("Réponses de la collectivité, par identifiant d’action ; sans réponse, absente."),
    notes: z
      .record(z.string(), noteSchema)
      .describe(
        "Explication, raison, pilote et échéance, par identifiant d’action ; une action dont rien n’est dit est absente.",
      ),
    scores: z.record(z.string(), nodeScoreSchema).describe("Par identifiant d’action : cae, cae_3.1.1, cae_3.1.1.5.2…"),
  }),
);

/** What an answer changes. */
export const putClimateStatusesSchema = apiComponent(
  "ClimateStatuses",
  z.object({
    statuses: z
      .record(z.string().max(100), statusSchema.nullable())
      .describe("Par identifiant d’action ; null retire la réponse, une action absente garde la sienne."),
  }),
);

/** What is to be said of some actions beside their status. */
export const putClimateNotesSchema = apiComponent(
  "ClimateNoteChanges",
  z.object({
    notes: z
      .record(z.string().max(100), noteChangeSchema)
      .describe("Par identifiant d’action ; un champ absent garde sa valeur, null la retire."),
  }),
);

export const importReferentialQuerySchema = z.object({
  dryRun: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
    .describe("« true » : dire seulement ce que l’import ferait."),
});

const problemSchema = z.object({
  severity: z.enum(["error", "warning"]),
  line: z.number().int().optional(),
  column: z.string().optional(),
  sheet: z.string().optional(),
  code: z.string(),
  message: z.string(),
});

const referentialChangeSchema = z.object({
  kind: z.enum(["added", "removed", "repriced"]),
  number: z.string(),
  title: z.string().nullable(),
  pointsBefore: z.number().nullable(),
  pointsAfter: z.number().nullable(),
  isAnswered: z.boolean(),
});

/** What became of a text that was sent. */
export const referentialImportSchema = apiComponent(
  "ReferentialImport",
  z.object({
    isKept: z.boolean().describe("Faux : seulement regardé."),
    errorCount: z.number().int(),
    files: z.array(
      z.object({
        name: z.string(),
        problems: z.object({
          listed: z.array(problemSchema),
          errorCount: z.number().int(),
          warningCount: z.number().int(),
        }),
      }),
    ),
    found: z
      .object({
        points: z.number().describe("Du référentiel entier."),
        axes: z.number().int(),
        measures: z.number().int(),
        subActions: z.number().int(),
        tasks: z.number().int(),
        actionCount: z.number().int(),
        answersKept: z.number().int().describe("Réponses dont l’action est dans ce texte."),
        answersWaiting: z.number().int().describe("Réponses gardées pour un texte qui a leur action."),
        changes: z
          .object({
            added: z.number().int(),
            removed: z.number().int(),
            repriced: z.number().int().describe("Actions dont les points changent."),
            answersLost: z.number().int().describe("Parmi les actions retirées, celles qui ont une réponse."),
            listed: z
              .array(referentialChangeSchema)
              .describe("Les 300 premiers, ceux qui perdent une réponse d’abord."),
          })
          .describe("Ce que ce texte change de celui en vigueur."),
      })
      .nullable(),
  }),
);
