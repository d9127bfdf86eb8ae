import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, OPERATION, ok } from "./route-parts";
import { periodSchema } from "./settlement";

export const operationDashboardQuerySchema = z.object({
  from: apiDaySchema.optional().describe("Premier jour ; sans lui, les douze dernières périodes terminées."),
  to: apiDaySchema
    .optional()
    .describe("Premier jour qui ne compte plus ; sans lui, la fin de la dernière période terminée."),
});

const energyWh = (description: string) => z.number().nonnegative().describe(`${description}, en Wh.`);
const rate = (description: string) => z.number().nonnegative().nullable().describe(description);
const cents = (description: string) =>
  z.number().nullable().describe(`${description}, en centimes ; null : prix inconnu.`);

const energies = {
  productionWh: energyWh("Production"),
  selfConsumedWh: energyWh("Autoconsommé"),
  surplusWh: energyWh("Surplus"),
  withdrawalWh: energyWh("Soutirage"),
  complementWh: energyWh("Complément"),
};
const rates = z.object({
  selfConsumptionRate: rate("Autoconsommé / production."),
  selfProductionRate: rate("Autoconsommé / soutirage."),
  coverageRate: rate("Production / soutirage."),
});
const foreseen = (description: string) => energyWh(description).nullable();
const knownSum = (description: string) =>
  z
    .object({ amount: z.number(), months: z.number().int().describe("Périodes pour lesquelles elle est connue.") })
    .nullable()
    .describe(`${description} ; null quand aucune période ne la connaît.`);

const comparison = z
  .object({
    months: z.number().int().describe("Périodes comparables : celles que les deux côtés connaissent."),
    currentWh: energyWh("Somme de ces périodes"),
    referenceWh: energyWh("La même, de ce à quoi on compare"),
    changeRatio: z.number().nullable().describe("(currentWh − referenceWh) / referenceWh ; null quand elle est nulle."),
  })
  .nullable();
const comparisonsSchema = apiComponent(
  "MonthsComparison",
  z.object({
    productionWh: comparison,
    selfConsumedWh: comparison,
    surplusWh: comparison,
    withdrawalWh: comparison,
    complementWh: comparison,
  }),
);

const monthSchema = z.object({
  period: periodSchema,
  state: z
    .enum(["closed", "settled", "to_recompute", "not_settled"])
    .describe("to_recompute : des données ont changé depuis ; not_settled : les chiffres sont null."),
  run: z
    .object({
      id: z.uuid(),
      version: z.number().int(),
      createdAt: z.iso.datetime(),
      correctedSteps: z.number().int().describe("Pas corrigés, tous PRM ensemble (art. 5.2.3)."),
    })
    .nullable(),
  energies: z.object(energies).nullable(),
  rates: rates.nullable(),
  lastYear: z
    .object({
      ...energies,
      period: periodSchema,
      isProrated: z
        .boolean()
        .describe("Les périodes d’alors étaient coupées autrement : chacune compte pour la part de ses jours."),
    })
    .nullable()
    .describe("Les mêmes jours de l’année d’avant ; null s’ils ne sont pas tous calculés."),
  forecast: z
    .object({
      productionWh: foreseen("Production"),
      selfConsumedWh: foreseen("Autoconsommé"),
      surplusWh: foreseen("Surplus"),
      withdrawalWh: foreseen("Soutirage"),
      complementWh: foreseen("Complément"),
      isRepeated: z.boolean().describe("Reprise de la prévision d’une année d’avant."),
    })
    .nullable(),
  avoidedCarbonG: z.number().nullable().describe("CO₂ évité, en g CO₂e ; null sans facteur."),
  savedCents: cents("Ce que les consommateurs paient de moins"),
  resaleCents: cents("Vente du surplus"),
  lackingPrices: z.number().int().describe("PRM dont un prix manque."),
});

export const operationDashboardSchema = apiComponent(
  "OperationDashboard",
  z.object({
    window: periodSchema,
    months: z
      .array(monthSchema)
      .describe(
        "Les périodes qui commencent dans l’intervalle et sont terminées ou calculées, de la plus ancienne à la plus récente.",
      ),
    totals: z.object({
      settledMonths: z.number().int(),
      unsettledMonths: z.number().int(),
      monthsToRecompute: z.number().int(),
      correctedSteps: z.number().int(),
      computedAt: z.iso.datetime().nullable(),
      energies: z.object(energies).nullable().describe("Des périodes calculées ; null s’il n’y en a pas."),
      rates: rates.nullable(),
      avoidedCarbonG: knownSum("CO₂ évité, en g CO₂e"),
      savedCents: knownSum("Économies, en centimes"),
      resaleCents: knownSum("Vente du surplus, en centimes"),
      lackingPrices: z.number().int(),
    }),
    lastYear: comparisonsSchema.describe("Avec les mêmes jours de l’année d’avant."),
    forecast: comparisonsSchema.describe("Avec la prévision."),
    carbonFactors: z.array(
      z.object({
        from: z.iso.date(),
        gridGramsPerKwh: z.number(),
        ownGramsPerKwh: z.number().nullable(),
        source: z.string(),
        year: z.number().int(),
      }),
    ),
  }),
);

/** What such an answer is made of. */
export type ApiOperationDashboard = z.input<typeof operationDashboardSchema>;

/** The dashboard of one operation. */
export const OPERATION_DASHBOARD_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/dashboard`,
    operationId: "readOperationDashboard",
    group: "Opérations",
    title: "Lire le tableau de bord d’une opération",
    description:
      "Les périodes d’une opération avec leurs énergies, taux, économies et CO₂ évité, à côté de l’année d’avant et de la prévision. D’après les résultats enregistrés : rien n’est recalculé.",
    scope: "read",
    query: operationDashboardQuerySchema,
    answers: [ok("Le tableau de bord.", operationDashboardSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/dashboard?from=2026-01-01&to=2027-01-01`),
  },
];
