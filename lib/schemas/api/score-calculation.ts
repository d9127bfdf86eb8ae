import * as z from "zod";
import { apiComponent } from "./api-component";

const idSchema = z
  .string()
  .min(1)
  .max(100)
  // The one name JavaScript objects do not keep as their own: its score would be lost without a word.
  .refine((id) => id !== "__proto__", "Identifiant réservé")
  .describe("Identifiant libre, unique dans l’arbre.");

// Signs, sums and places are rules of the domain, answered 422; here only the shape counts.
const nodeSchema = apiComponent(
  "ScoreNode",
  z.object({
    id: idSchema,
    points: z.number().meta({ minimum: 0 }).describe("Points de référence."),
    get children(): z.ZodOptional<z.ZodArray<typeof nodeSchema>> {
      return z.array(nodeSchema).optional();
    },
  }),
);

const partSchema = z.number().meta({ minimum: 0, maximum: 1 });

/** What is said of an action. */
export const statusSchema = apiComponent(
  "ScoreStatus",
  z
    .discriminatedUnion("status", [
      z.object({
        status: z.literal("detailed"),
        detail: z.tuple([partSchema, partSchema, partSchema]).describe("Parts faite, programmée, pas faite ; somme 1."),
      }),
      z
        .object({ status: z.enum(["done", "not_done", "planned", "unfilled", "not_concerned"]) })
        .describe(
          "« unfilled » est une réponse gardée, « concernée, rien de renseigné » : ce n’est pas l’absence de statut, car elle garde la sous-action concernée quand toutes ses tâches sont hors champ. Un détail envoyé avec l’un de ces statuts est ignoré.",
        ),
    ])
    .describe("Statut d’une sous-action ou d’une tâche. Une action absente de la liste n’a pas de statut."),
);

const consequenceSchema = apiComponent(
  "ScoreConsequence",
  z
    .object({
      deactivated: z.boolean().nullish().describe("L’action et ce qu’elle contient ne s’appliquent pas."),
      potentialFactor: z
        .number()
        .meta({ minimum: 0 })
        .nullish()
        .describe("Multiplie les points de l’action et de ce qu’elle contient."),
      scoreFormula: z
        .string()
        .max(5000)
        .nullish()
        .describe("Remplace la part faite de l’action, par exemple « min(score(a), score(b)) »."),
    })
    .describe("Ce que la personnalisation fait à une action."),
);

/** What the stateless calculator of scores takes. */
export const scoreCalculationSchema = apiComponent(
  "ScoreCalculation",
  z.object({
    measureDepth: z
      .number()
      .int()
      .min(0)
      .max(100)
      .describe("Profondeur d’une mesure sous la racine, qui est à 0 : 3 dans le référentiel CAE."),
    redistribute: z
      .boolean()
      .default(true)
      .describe("Si les points de ce qui n’est pas concerné vont au reste de la mesure."),
    tree: nodeSchema,
    statuses: z.record(z.string(), statusSchema).default({}).describe("Par identifiant d’action."),
    consequences: z.record(z.string(), consequenceSchema).default({}).describe("Par identifiant d’action."),
  }),
);

export type ScoreCalculation = z.output<typeof scoreCalculationSchema>;

const pointsSchema = (description: string) => z.number().describe(`${description}, en points, au millième.`);

/** The score of one action. */
export const nodeScoreSchema = apiComponent(
  "NodeScore",
  z.object({
    referencePoints: pointsSchema("Points du référentiel"),
    potentialPoints: pointsSchema("Potentiel de la collectivité"),
    donePoints: pointsSchema("Fait"),
    plannedPoints: pointsSchema("Programmé"),
    notDonePoints: pointsSchema("Pas fait"),
    unfilledPoints: pointsSchema("Non renseigné"),
    concerned: z.boolean().describe("Faux : non concernée, désactivée, ou tout ce qu’elle contient l’est."),
    deactivated: z.boolean().describe("Vrai : la personnalisation la met hors champ."),
    completedTasks: z.number().describe("Tâches qui ont une réponse, hors champ comprises."),
    totalTasks: z.number().describe("Tâches en tout."),
  }),
);

/** What it answers. */
export const scoreResultSchema = apiComponent(
  "ScoreResult",
  z.object({
    stars: z.number().int().min(1).max(5).describe("Étoiles que permet le score de la racine : 35, 50, 65, 75 %."),
    scores: z.record(z.string(), nodeScoreSchema).describe("Par identifiant d’action."),
  }),
);
