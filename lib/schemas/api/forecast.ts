import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, OPERATION, ok } from "./route-parts";

const energyWh = (description: string) =>
  z.number().nonnegative().nullable().default(null).describe(`${description}, en Wh ; null : pas prévu.`);

const monthSchema = z.object({
  productionWh: energyWh("Production"),
  withdrawalWh: energyWh("Soutirage"),
  selfConsumedWh: energyWh("Autoconsommé"),
});

const fields = {
  from: apiDaySchema.describe("Premier jour du premier des douze mois civils."),
  months: z.array(monthSchema).length(12).describe("Douze mois, dans l’ordre."),
  source: z.string().trim().min(1).max(400).describe("D’où vient la prévision : une étude et sa date."),
};

/** What `PUT …/forecast` takes. */
export const putForecastBodySchema = apiComponent("PutForecast", z.object(fields));

export const forecastListSchema = apiComponent(
  "ForecastList",
  z.object({
    forecasts: z
      .array(z.object({ ...fields, createdAt: z.iso.datetime() }))
      .describe("De la plus ancienne à la plus récente."),
  }),
);

const MONTH = { productionWh: 4_900_000, withdrawalWh: 15_000_000, selfConsumedWh: 3_500_000 };

/** What was foreseen of an operation. */
export const FORECAST_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/forecast`,
    operationId: "readForecast",
    group: "Opérations",
    title: "Lire la prévision",
    description:
      "Ce qui est prévu de l’opération, année par année. Une prévision vaut aussi pour les années suivantes, jusqu’à la prochaine.",
    scope: "read",
    answers: [ok("Les prévisions.", forecastListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/forecast`),
  },
  {
    method: "PUT",
    path: `${OPERATION}/forecast`,
    operationId: "setForecast",
    group: "Opérations",
    title: "Enregistrer une prévision",
    description:
      "Enregistre douze mois. Ce qui valait à partir du même mois est remplacé et reste dans l’historique. L’autoconsommé d’un mois ne dépasse ni sa production ni son soutirage.",
    scope: "write",
    body: {
      kind: "json",
      schema: putForecastBodySchema,
      example: {
        from: "2026-01-01",
        source: "Étude de faisabilité, 2025",
        months: Array.from({ length: 12 }, () => MONTH),
      },
    },
    answers: [
      ok("Enregistrée.", z.object({ changed: z.boolean().describe("Faux : la même était déjà enregistrée.") })),
    ],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["INVALID_FORECAST", "NUMBER_TOO_LARGE"] },
    ],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d @prevision.json \\
  "$PRORATA${EXAMPLE}/forecast"`,
  },
];
