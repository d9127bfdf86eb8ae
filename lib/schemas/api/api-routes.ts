import * as z from "zod";
import { allocationCalculationSchema, allocationResultSchema } from "./allocation-calculation";
import { ANNEX_5_ROUTES } from "./annex-5";
import { ANNIVERSARY_ROUTES } from "./anniversaries";
import { ANNOUNCEMENT_ROUTES } from "./announcement-routes";
import { runSeriesQuerySchema, settlePeriodBodySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { CLIMATE_AUDIT_ROUTES } from "./climate-audit-routes";
import { CLIMATE_EVIDENCE_ROUTES } from "./climate-evidence-routes";
import { CLIMATE_EXPORT_ROUTES } from "./climate-export-routes";
import { CLIMATE_HISTORY_ROUTES } from "./climate-history-routes";
import { CLIMATE_PLAN_ROUTES } from "./climate-plan-routes";
import { CLIMATE_SNAPSHOT_ROUTES } from "./climate-snapshot-routes";
import { COEFFICIENT_PREVIEW_ROUTES } from "./coefficient-preview";
import { COEFFICIENT_ROUTES } from "./coefficient-routes";
import { COMPARISON_ROUTES } from "./comparison-routes";
import { COMPLAINT_ROUTES } from "./complaints";
import { CONSENT_ROUTES } from "./consents";
import { CONTACT_CHANGE_ROUTES } from "./contact-changes";
import { CONVENTION_ROUTES } from "./convention";
import { DASHBOARD_ROUTES } from "./dashboard";
import { DEADLINE_ROUTES } from "./deadline-routes";
import { EXPLORER_ROUTES } from "./explorer-routes";
import { FORECAST_ROUTES } from "./forecast";
import { LETTER_ROUTES } from "./letters";
import { LOGO_ROUTES } from "./logo-routes";
import { MEASURE_ROUTES } from "./measure-routes";
import { MONEY_ROUTES } from "./money";
import { OPERATION_DASHBOARD_ROUTES } from "./operation-dashboard";
import { OPERATION_ROUTES } from "./operation-routes";
import { PERIMETER_ROUTES } from "./perimeter-routes";
import { PERIOD_ROUTES } from "./period-closing";
import { PERSONAL_DATA_ROUTES } from "./personal-data";
import { PUBLICATION_ROUTES } from "./publication-routes";
import { REPORT_ROUTES } from "./report-routes";
import { REQUEST_ROUTES } from "./request-routes";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";
import { RUN_COMPARISON_ROUTES } from "./run-comparison";
import { RUN_FILE_ROUTES } from "./run-file-routes";
import { SCORING_ROUTES } from "./scoring-routes";
import { periodListSchema, runListSchema, runSchema, runSeriesSchema } from "./settlement";
import { SETTLEMENT_JOB_ROUTES } from "./settlement-job";
import { TARIFF_ROUTES } from "./tariffs";
import { TENANT_CHANGE_ROUTES } from "./tenant-changes";

const SETTLEMENT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/periods`,
    operationId: "listPeriods",
    group: "Calcul d’une période",
    title: "Lister les périodes",
    description:
      "Les périodes de calcul, de la plus récente à la plus ancienne, avec leur état et ce qu’elles attendent.",
    scope: "read",
    answers: [ok("Les périodes.", periodListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/periods`),
  },
  {
    method: "POST",
    path: `${OPERATION}/runs`,
    operationId: "settlePeriod",
    group: "Calcul d’une période",
    title: "Calculer une période",
    description:
      "Répartit l’énergie d’une période et garde le résultat. Un résultat ne change jamais : si les données ont changé, un nouveau calcul porte la version suivante.",
    scope: "write",
    body: { kind: "json", schema: settlePeriodBodySchema, example: { from: "2026-04-01" } },
    answers: [
      { status: 201, description: "Calculée.", content: json(runSchema), hasLocation: true },
      {
        status: 200,
        description: "Rien n’a changé depuis le dernier calcul, que voici.",
        content: json(runSchema),
        hasLocation: true,
      },
    ],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["UNKNOWN_PERIOD", "PERIOD_CLOSED", "PERIOD_INCOMPLETE", "NO_PRODUCER_OR_CONSUMER"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "from": "2026-04-01" }' \\
  "$PRORATA${EXAMPLE}/runs"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/runs`,
    operationId: "listRuns",
    group: "Calcul d’une période",
    title: "Lister les résultats",
    description: "Toutes les versions de toutes les périodes calculées, de la plus récente à la plus ancienne.",
    scope: "read",
    answers: [ok("Les résultats.", runListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/runs`),
  },
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}`,
    operationId: "readRun",
    group: "Calcul d’une période",
    title: "Lire un résultat",
    description: "Totaux, taux, règles appliquées, part de chaque PRM, et ce que chaque producteur a donné à chacun.",
    scope: "read",
    answers: [ok("Le résultat.", runSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000`),
  },
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}/series`,
    operationId: "readRunSeries",
    group: "Calcul d’une période",
    title: "Lire les courbes d’un résultat",
    description:
      "Pas à pas : toutes les courbes d’un jour, ou celle d’un PRM sur la période. En CSV : une ligne par pas, une colonne par courbe, nommée comme dans le JSON ; point-virgule, virgule décimale, case vide quand la valeur manque.",
    scope: "read",
    query: runSeriesQuerySchema,
    answers: [
      {
        status: 200,
        description: "Les courbes.",
        content: { "application/json": runSeriesSchema, "text/csv": "text" },
      },
    ],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000/series?day=2026-04-12&format=csv`),
  },
];

/** The worked example of the convention's article 11.7.2, in Wh. */
export const CALCULATION_EXAMPLE: z.input<typeof allocationCalculationSchema> = {
  start: "2023-07-31T22:00:00Z",
  stepMinutes: 30,
  producers: [
    { id: "P1", energyWh: [200_000] },
    { id: "P2", energyWh: [100_000] },
    { id: "P3", energyWh: [50_000] },
  ],
  consumers: [
    { id: "C1", energyWh: [150_000] },
    { id: "C2", energyWh: [75_000] },
    { id: "C3", energyWh: [50_000] },
  ],
  coefficients: {
    kind: "dynamic_full",
    ppm: {
      P1: { C1: [500_000], C2: [250_000], C3: [200_000] },
      P2: { C1: [500_000], C2: [500_000] },
      P3: { C2: [200_000], C3: [800_000] },
    },
  },
};

const CALCULATION_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: "/api/v1/calculations/allocation",
    operationId: "calculateAllocation",
    group: "Calculatrice",
    title: "Répartir des énergies",
    description:
      "Applique les cinq étapes de l’annexe 7 à des énergies que vous envoyez ; rien n’est enregistré. Une énergie manquante (null) le reste : elle rend manquants les résultats qui en dépendent, jamais plus petits.",
    scope: "read",
    body: { kind: "json", schema: allocationCalculationSchema, example: CALCULATION_EXAMPLE },
    answers: [ok("La répartition.", allocationResultSchema)],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      {
        status: 422,
        codes: [
          "INVALID_STEP",
          "AXIS_MISMATCH",
          "NEGATIVE_ENERGY",
          "ENERGY_TOO_LARGE",
          "NUMBER_TOO_LARGE",
          "DUPLICATE_ID",
          "UNKNOWN_ID",
          "INVALID_COEFFICIENT",
          "COEFFICIENTS_MISMATCH",
          "COEFFICIENTS_ABOVE_ONE",
          "CALCULATION_TOO_LARGE",
        ],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "start": "2026-04-12T10:00:00Z", "stepMinutes": 30,
        "producers": [ { "id": "Toiture", "energyWh": [1000] } ],
        "consumers": [ { "id": "Mairie", "energyWh": [300] }, { "id": "École", "energyWh": [800] } ],
        "coefficients": { "kind": "static", "ppm": { "Mairie": 400000, "École": 600000 } } }' \\
  "$PRORATA/api/v1/calculations/allocation"`,
  },
];

const DESCRIPTION_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/openapi.json",
    operationId: "readDescription",
    group: "Description",
    title: "Lire cette description",
    description: "La description de l’API pour les machines, au format OpenAPI 3.1.",
    scope: null,
    answers: [ok("Le document OpenAPI.", z.looseObject({}))],
    errors: [],
    curl: 'curl "$PRORATA/api/v1/openapi.json"',
  },
];

/** Every route of the API: what the document and the page are made of. */
export const API_ROUTES: readonly ApiRoute[] = [
  ...OPERATION_ROUTES,
  ...DASHBOARD_ROUTES,
  ...ANNIVERSARY_ROUTES,
  ...MEASURE_ROUTES,
  ...EXPLORER_ROUTES,
  ...PERIMETER_ROUTES,
  ...PERSONAL_DATA_ROUTES,
  ...CONSENT_ROUTES,
  ...COEFFICIENT_ROUTES,
  ...COEFFICIENT_PREVIEW_ROUTES,
  ...ANNEX_5_ROUTES,
  ...ANNOUNCEMENT_ROUTES,
  ...REQUEST_ROUTES,
  ...SETTLEMENT_ROUTES,
  ...COMPARISON_ROUTES,
  ...RUN_FILE_ROUTES,
  ...REPORT_ROUTES,
  ...LOGO_ROUTES,
  ...SETTLEMENT_JOB_ROUTES,
  ...PERIOD_ROUTES,
  ...TARIFF_ROUTES,
  ...OPERATION_DASHBOARD_ROUTES,
  ...FORECAST_ROUTES,
  ...MONEY_ROUTES,
  ...RUN_COMPARISON_ROUTES,
  ...COMPLAINT_ROUTES,
  ...LETTER_ROUTES,
  ...CONTACT_CHANGE_ROUTES,
  ...DEADLINE_ROUTES,
  ...CONVENTION_ROUTES,
  ...TENANT_CHANGE_ROUTES,
  ...CLIMATE_PLAN_ROUTES,
  ...CLIMATE_HISTORY_ROUTES,
  ...CLIMATE_SNAPSHOT_ROUTES,
  ...CLIMATE_AUDIT_ROUTES,
  ...CLIMATE_EXPORT_ROUTES,
  ...CLIMATE_EVIDENCE_ROUTES,
  ...PUBLICATION_ROUTES,
  ...CALCULATION_ROUTES,
  ...SCORING_ROUTES,
  ...DESCRIPTION_ROUTES,
];
