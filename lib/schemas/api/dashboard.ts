import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { get, ok } from "./route-parts";
import { periodSchema } from "./settlement";

export const dashboardQuerySchema = z.object({
  from: apiDaySchema.optional().describe("Premier jour ; les douze derniers mois entiers sans lui."),
  to: apiDaySchema.optional().describe("Premier jour qui ne compte plus ; aujourd’hui sans lui."),
  collectivity: z
    .uuid()
    .optional()
    .describe("Les opérations de cette collectivité ; sans elle, celles de toutes les vôtres."),
});

const energyWh = (description: string) => z.number().nonnegative().describe(`${description}, en Wh.`);
const rate = (description: string) => z.number().nonnegative().nullable().describe(description);
const knownSum = (description: string) =>
  z
    .object({
      amount: z.number(),
      months: z.number().int().describe("Nombre de périodes pour lesquelles elle est connue."),
    })
    .nullable()
    .describe(`${description} ; null quand aucune période ne la connaît.`);

const totalsSchema = apiComponent(
  "DashboardTotals",
  z.object({
    settledPeriods: z.number().int().describe("Périodes calculées, dont sont ces chiffres."),
    unsettledPeriods: z.number().int().describe("Périodes terminées qui ne sont pas calculées : elles n’y sont pas."),
    periodsToRecompute: z.number().int().describe("Périodes calculées dont les données ont changé depuis."),
    computedAt: z.iso.datetime().nullable().describe("Dernier calcul ; null sans aucun."),
    energies: z
      .object({
        productionWh: energyWh("Production"),
        selfConsumedWh: energyWh("Autoconsommé"),
        surplusWh: energyWh("Surplus"),
        withdrawalWh: energyWh("Soutirage"),
        complementWh: energyWh("Complément"),
      })
      .nullable()
      .describe("Null tant que rien n’est calculé."),
    rates: z
      .object({
        selfConsumptionRate: rate("Autoconsommé / production."),
        selfProductionRate: rate("Autoconsommé / soutirage."),
        coverageRate: rate("Production / soutirage."),
      })
      .nullable(),
    savedCents: knownSum("Ce que les consommateurs paient de moins, en centimes"),
    avoidedCarbonG: knownSum("CO₂ évité, en grammes équivalent CO₂"),
  }),
);

const dashboardSchema = apiComponent(
  "Dashboard",
  z.object({
    window: periodSchema,
    totals: totalsSchema,
    operations: z.array(
      z.object({
        slug: z.string().describe("Nom de l’opération dans les adresses."),
        accNumber: z.string().nullable(),
        name: z.string(),
        collectivity: z.object({ id: z.uuid(), name: z.string() }),
        totals: totalsSchema,
      }),
    ),
    months: z
      .array(z.object({ month: z.iso.date().describe("Premier jour du mois."), totals: totalsSchema }))
      .describe("Chaque période compte dans le mois où elle commence."),
  }),
);

export type ApiDashboard = z.input<typeof dashboardSchema>;

/** What all operations gave together. */
export const DASHBOARD_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/dashboard",
    operationId: "readDashboard",
    group: "Opérations",
    title: "Lire le tableau de bord de ses opérations",
    description:
      "Les périodes de calcul qui commencent entre deux jours, de toutes les opérations auxquelles le titulaire de la clé a accès : ensemble, opération par opération, mois par mois. D’après les résultats enregistrés : une période qui n’est pas calculée ne compte pour rien et est dite.",
    scope: "read",
    query: dashboardQuerySchema,
    answers: [ok("Le tableau de bord.", dashboardSchema)],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 404, codes: ["NOT_FOUND"] },
    ],
    curl: get("/api/v1/dashboard?from=2026-01-01&to=2027-01-01"),
  },
];
