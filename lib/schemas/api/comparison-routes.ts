import * as z from "zod";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";
import { periodSchema } from "./settlement";

const wh = (description: string) => z.number().nullable().describe(`${description}, en Wh ; null : inconnu.`);
const instant = (description: string) => z.iso.datetime().nullable().describe(description);

const figureSchema = z.object({
  source: z
    .enum(["curve", "energy_file", "summary", "detail"])
    .describe("curve : courbe ; energy_file : énergies ; summary : synthèse ; detail : détail d’un producteur."),
  prm: prmSchema.nullable().describe("null : l’opération entière."),
  name: z.string().nullable(),
  consumerPrm: prmSchema.nullable().describe("detail : qui a reçu."),
  consumerName: z.string().nullable(),
  quantity: z.enum(["withdrawal", "injection", "self_consumed", "self_produced", "surplus", "complement"]),
  days: periodSchema,
  oursWh: wh("Notre valeur ; d’une courbe, sur les pas que les deux ont"),
  theirsWh: wh("Celle du gestionnaire, de même"),
  differenceWh: wh("Gestionnaire moins nous"),
  differenceRatio: z
    .number()
    .nullable()
    .describe("L’écart en part de la valeur du gestionnaire ; null si celle-ci est 0."),
  toleranceWh: z.number().describe("L’arrondi permis : à chaque pas d’une courbe, ou de l’énergie entière."),
  isDifferent: z.boolean().describe("Au-dessus de l’arrondi."),
  steps: z
    .object({
      compared: z.number().int().describe("Pas que les deux ont."),
      differing: z.number().int().describe("Pas qui diffèrent."),
      missingOurs: z.number().int().describe("Pas que seul le gestionnaire a."),
      missingTheirs: z.number().int().describe("Pas qu’il n’a pas publiés ; jamais comptés pour 0."),
      first: instant("Début du premier pas qui diffère."),
      last: instant("Début du dernier."),
      largestWh: wh("Plus grand écart à un pas"),
      largest: instant("Début de ce pas."),
    })
    .nullable()
    .describe("Courbes seulement."),
});

/** A run beside what the operator published. */
export const comparisonSchema = apiComponent(
  "Comparison",
  z.object({
    comparison: z.object({
      runId: z.uuid(),
      version: z.number().int(),
      period: periodSchema,
      state: z
        .enum(["none", "queued", "running", "done", "failed"])
        .describe("none : le gestionnaire n’a rien publié ; queued, running : à suivre à la même adresse."),
      tried: z.number().int().describe("Hypothèses essayées."),
      computedAt: instant("Du résultat que voici ; null avant le premier."),
      isOutdated: z.boolean().describe("Le gestionnaire a publié autre chose depuis."),
      figureCount: z.number().int(),
      differingFigureCount: z.number().int(),
      differingPointCount: z.number().int(),
      explanation: z
        .object({
          sentences: z.array(z.string()).describe("Ce que le gestionnaire semble avoir fait, en français."),
          claims: z.array(z.looseObject({ kind: z.string() })).describe("La même chose pour un programme."),
          explainedRatio: z.number().describe("Part des écarts expliquée, de 0 à 1."),
          isComplete: z.boolean().describe("Plus aucun écart au-dessus de l’arrondi."),
        })
        .nullable()
        .describe("null : rien ne diffère."),
      figures: z.array(figureSchema),
    }),
  }),
);

/** Which figures are asked for. */
export const comparisonQuerySchema = z.object({
  differing: z.enum(["true", "false"]).optional().describe("true : seulement celles qui diffèrent."),
});

/** Which report is asked for. */
export const comparisonReportQuerySchema = z.object({
  format: z.enum(["pdf", "xlsx"]).default("pdf").describe("PDF à envoyer, ou classeur."),
});

const RUN = `${OPERATION}/runs/{id}`;
const EXAMPLE_COMPARISON = `${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000/comparison`;

/** A run beside what the operator published. */
export const COMPARISON_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${RUN}/comparison`,
    operationId: "readComparison",
    group: "Calcul d’une période",
    title: "Comparer au gestionnaire",
    description:
      "Le dernier résultat de la comparaison d’un calcul avec les courbes, énergies, détails et synthèse publiés par le gestionnaire, et ce qui explique les écarts. Elle se refait d’elle-même après chaque calcul et chaque import.",
    scope: "read",
    query: comparisonQuerySchema,
    answers: [ok("La comparaison et son état.", comparisonSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE_COMPARISON}?differing=true`),
  },
  {
    method: "POST",
    path: `${RUN}/comparison`,
    operationId: "requestComparison",
    group: "Calcul d’une période",
    title: "Refaire la comparaison au gestionnaire",
    description: "Met la comparaison en attente. Suivez son état à l’adresse donnée par Location. Corps : {}.",
    scope: "write",
    body: { kind: "json", schema: z.object({}), example: {} },
    answers: [{ status: 202, description: "Mise en attente.", content: json(comparisonSchema), hasLocation: true }],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["RUN_REPLACED"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' \\
  "$PRORATA${EXAMPLE_COMPARISON}"`,
  },
  {
    method: "GET",
    path: `${RUN}/comparison/report`,
    operationId: "downloadComparisonReport",
    group: "Calcul d’une période",
    title: "Télécharger le rapport de comparaison",
    description:
      "Le rapport à envoyer au gestionnaire : période, version, arrondis permis, écarts, premier pas, raison probable et articles appliqués.",
    scope: "read",
    query: comparisonReportQuerySchema,
    answers: [
      {
        status: 200,
        description: "Le rapport.",
        content: {
          "application/pdf": "text",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "text",
        },
      },
    ],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["NOTHING_COMPARED"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE_COMPARISON}/report?format=pdf"`,
  },
];
