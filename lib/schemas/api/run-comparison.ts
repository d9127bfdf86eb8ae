import * as z from "zod";
import { apiComponent } from "./api-component";
import { prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, OPERATION, ok } from "./route-parts";

export const runDifferencesQuerySchema = z.object({
  version: z.coerce.number().int().positive().describe("La version de la même période avec laquelle comparer."),
});

const pair = (description: string) =>
  z
    .object({ was: z.number().nullable(), is: z.number().nullable() })
    .describe(`${description}, avant et après, en Wh.`);
const role = z.enum(["consumer", "producer"]);
const prm = prmSchema.nullable().describe("Null quand le PRM a été effacé.");
const spans = z.array(z.object({ from: z.iso.date(), toExclusive: z.iso.date().nullable() }));

const comparisonSchema = apiComponent(
  "RunComparison",
  z.object({
    comparison: z.object({
      isIdentical: z.boolean().describe("Courbes, parts, échanges et totaux sont les mêmes, au bit près."),
      valueCount: z.number().int().describe("Valeurs comparées."),
      sentences: z.array(z.string()).describe("Ce qui diffère, en français, la cause avant l’effet."),
      engine: z
        .object({ was: z.string(), is: z.string() })
        .nullable()
        .describe("Versions du moteur ; null si la même."),
      isRuleSame: z.boolean().describe("Les mêmes coefficients ont été appliqués, pour la même raison."),
      inputs: z
        .array(
          z.union([
            z.object({ part: z.literal("perimeter"), prm, role, was: spans, is: spans }),
            z.object({
              part: z.enum(["key", "delivery", "decision"]),
              id: z.uuid(),
              change: z.enum(["added", "removed", "changed"]),
            }),
          ]),
        )
        .nullable()
        .describe("Données d’entrée qui diffèrent ; null quand un calcul ancien n’en a pas gardé le détail."),
      totals: z.object({
        productionWh: pair("Production"),
        withdrawalWh: pair("Soutirage"),
        selfConsumedWh: pair("Autoconsommé"),
        surplusWh: pair("Surplus"),
        correctedSteps: z.object({ was: z.number(), is: z.number() }).describe("Valeurs corrigées, avant et après."),
      }),
      points: z
        .array(
          z.object({
            prm,
            role,
            energyWh: pair("Soutirage ou injection"),
            sharedWh: pair("Autoconsommé ou autoproduit"),
          }),
        )
        .describe("Les PRM dont un total diffère."),
      measures: z
        .array(
          z.object({
            prm,
            role,
            days: z
              .array(z.object({ day: z.iso.date(), steps: z.number().int() }))
              .describe("Pas qui diffèrent, par jour."),
          }),
        )
        .describe("Les PRM dont une valeur, ou son origine, diffère."),
    }),
  }),
);

const RUN_EXAMPLE = `${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000`;

/** A run against its inputs of today, and against another version. */
export const RUN_COMPARISON_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}/reproduction`,
    operationId: "reproduceRun",
    group: "Calcul d’une période",
    title: "Recalculer et comparer un résultat",
    description:
      "Refait le calcul à partir des données d’aujourd’hui, sans rien enregistrer, et le compare bit à bit au résultat gardé.",
    scope: "read",
    answers: [ok("La comparaison.", comparisonSchema)],
    errors: [{ status: 422, codes: ["PERIOD_INCOMPLETE", "NO_PRODUCER_OR_CONSUMER"] }],
    curl: get(`${RUN_EXAMPLE}/reproduction`),
  },
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}/differences`,
    operationId: "compareRuns",
    group: "Calcul d’une période",
    title: "Comparer deux versions d’un résultat",
    description: "Ce qui diffère de ce résultat à une autre version de la même période, en tout et par PRM.",
    scope: "read",
    query: runDifferencesQuerySchema,
    answers: [ok("La comparaison.", comparisonSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${RUN_EXAMPLE}/differences?version=2`),
  },
];
