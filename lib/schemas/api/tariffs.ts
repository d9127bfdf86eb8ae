import * as z from "zod";
import { isCivilDate } from "@/lib/domain/time/civil-date";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, OPERATION, ok } from "./route-parts";

const clockSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Heure attendue, par exemple 22:30")
  .meta({ examples: ["22:30"] });

const rangesSchema = z
  .array(
    z.object({
      from: clockSchema.describe("Incluse."),
      to: clockSchema.describe("Exclue ; avant from : le lendemain."),
    }),
  )
  .max(24);

const monthsSchema = z.array(z.number().int().min(1).max(12)).describe("De 1 (janvier) à 12.");

const scheduleFields = {
  from: apiDaySchema.refine(isCivilDate).describe("Premier jour où ces heures valent, jusqu’aux suivantes."),
  structure: z
    .enum(["base", "peak_off_peak", "four_periods"])
    .describe("base : un seul poste ; peak_off_peak : HP, HC ; four_periods : HPH, HCH, HPB, HCB."),
  offPeak: rangesSchema
    .default([])
    .describe(
      "Heures creuses, à l’heure de la pendule ; de toute l’année, ou de la saison haute si la basse a les siennes.",
    ),
  lowSeasonOffPeak: rangesSchema
    .nullable()
    .default(null)
    .describe("Heures creuses de la saison basse ; null : les mêmes."),
  highSeasonMonths: monthsSchema
    .nullable()
    .default(null)
    .describe("Saison haute de ce PRM ; null : celle de l’opération."),
};

const MOST = 5000;

/** What `PUT …/tariff-schedules` takes. */
export const putTariffSchedulesBodySchema = apiComponent(
  "PutTariffSchedules",
  z.object({
    schedules: z
      .array(z.object({ prm: prmSchema, ...scheduleFields }))
      .min(1)
      .max(MOST),
  }),
);

/** What `PUT …/tariff-season` takes. */
export const putTariffSeasonBodySchema = apiComponent(
  "PutTariffSeason",
  z.object({
    from: apiDaySchema.refine(isCivilDate).describe("Premier jour où cette saison vaut."),
    highSeasonMonths: monthsSchema,
  }),
);

const tariffSeasonSchema = apiComponent(
  "TariffSeason",
  z.object({ from: z.iso.date(), highSeasonMonths: monthsSchema }).describe("La saison haute, à partir d’un jour."),
);

export const tariffScheduleListSchema = apiComponent(
  "TariffScheduleList",
  z.object({
    seasons: z.array(tariffSeasonSchema).describe("De novembre à mars avant la première."),
    meteringPoints: z.array(
      z.object({
        prm: prmSchema,
        name: z.string(),
        schedules: z
          .array(z.object(scheduleFields))
          .describe("De la plus ancienne à la plus récente ; vide : non renseigné."),
      }),
    ),
  }),
);

export const tariffScheduleQuerySchema = z.object({
  format: z.enum(["json", "csv"]).optional().describe("Format de la réponse ; l’emporte sur l’en-tête Accept."),
});

const changedSchema = apiComponent(
  "TariffSchedulesChanged",
  z.object({
    changed: z.number().int().describe("PRM dont les heures ont changé ; les autres étaient déjà connues ainsi."),
  }),
);

const energyWh = (description: string) => z.number().nonnegative().describe(`${description}, en Wh.`);
const periodSchema = z
  .enum(["BASE", "HP", "HC", "HPH", "HCH", "HPB", "HCB"])
  .nullable()
  .describe("Poste ; null : jours dont les heures creuses ne sont pas renseignées, comptés dans aucun poste.");
const pointFields = { prm: prmSchema, name: z.string(), participantName: z.string() };

export const runTariffPeriodsSchema = apiComponent(
  "RunTariffPeriods",
  z.object({
    runId: z.uuid(),
    consumers: z.array(
      z.object({
        ...pointFields,
        parts: z.array(
          z.object({
            period: periodSchema,
            withdrawalWh: energyWh("Soutirage"),
            selfConsumedWh: energyWh("Autoconsommé"),
            complementWh: energyWh("Complément"),
          }),
        ),
      }),
    ),
    producers: z.array(
      z.object({
        ...pointFields,
        parts: z.array(
          z.object({
            period: periodSchema,
            injectionWh: energyWh("Injection"),
            selfProducedWh: energyWh("Autoproduit"),
            surplusWh: energyWh("Surplus"),
          }),
        ),
      }),
    ),
  }),
);

const GROUP = "Postes tarifaires";

/** Off-peak hours, and what a settlement gives by tariff period. */
export const TARIFF_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/tariff-schedules`,
    operationId: "listTariffSchedules",
    group: GROUP,
    title: "Lire les heures creuses",
    description:
      "Le tarif et les heures creuses de chaque PRM, avec le jour où ils commencent, et les mois de saison haute. En CSV : une ligne par PRM et par jour de début, le tableau que l’écran « Heures creuses » relit.",
    scope: "read",
    query: tariffScheduleQuerySchema,
    answers: [
      {
        status: 200,
        description: "Les heures creuses.",
        content: { "application/json": tariffScheduleListSchema, "text/csv": "text" },
      },
    ],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/tariff-schedules`),
  },
  {
    method: "PUT",
    path: `${OPERATION}/tariff-schedules`,
    operationId: "setTariffSchedules",
    group: GROUP,
    title: "Fixer les heures creuses",
    description:
      "Fixe le tarif et les heures creuses de PRM à partir d’un jour, tous ou aucun. Ce qui valait depuis ce même jour est remplacé et reste dans l’historique ; le reste demeure. Les résultats déjà calculés sont découpés à nouveau par poste ; eux-mêmes ne changent pas.",
    scope: "write",
    body: {
      kind: "json",
      schema: putTariffSchedulesBodySchema,
      example: {
        schedules: [
          {
            prm: "30001234567890",
            from: "2026-04-01",
            structure: "peak_off_peak",
            offPeak: [{ from: "22:30", to: "06:30" }],
          },
        ],
      },
    },
    answers: [ok("Enregistrées.", changedSchema)],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      {
        status: 422,
        codes: [
          "UNKNOWN_METERING_POINT",
          "DUPLICATE_ID",
          "DATA_ERASED",
          "INVALID_TARIFF_SCHEDULE",
          "INVALID_TARIFF_SEASON",
          "NUMBER_TOO_LARGE",
        ],
      },
    ],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "schedules": [ { "prm": "30001234567890", "from": "2026-04-01", "structure": "peak_off_peak",
        "offPeak": [ { "from": "22:30", "to": "06:30" } ] } ] }' \\
  "$PRORATA${EXAMPLE}/tariff-schedules"`,
  },
  {
    method: "PUT",
    path: `${OPERATION}/tariff-season`,
    operationId: "setTariffSeason",
    group: GROUP,
    title: "Fixer la saison haute",
    description: "Les mois de la saison haute de l’opération, à partir d’un jour. De novembre à mars sinon.",
    scope: "write",
    body: {
      kind: "json",
      schema: putTariffSeasonBodySchema,
      example: { from: "2026-04-01", highSeasonMonths: [11, 12, 1, 2, 3] },
    },
    answers: [ok("Enregistrée.", z.object({ season: tariffSeasonSchema }))],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["INVALID_TARIFF_SEASON", "NUMBER_TOO_LARGE"] },
    ],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "from": "2026-04-01", "highSeasonMonths": [11, 12, 1, 2, 3] }' \\
  "$PRORATA${EXAMPLE}/tariff-season"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}/tariff-periods`,
    operationId: "readRunTariffPeriods",
    group: GROUP,
    title: "Lire un résultat par poste tarifaire",
    description:
      "L’énergie de chaque PRM par poste, selon ses heures creuses et la saison ; les parts font le total du résultat. Une demi-heure que les heures creuses coupent compte dans les deux postes, au prorata de ses minutes.",
    scope: "read",
    answers: [ok("Les postes.", runTariffPeriodsSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000/tariff-periods`),
  },
];
