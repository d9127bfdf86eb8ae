import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";
import { missingPointSchema, periodSchema } from "./settlement";

const MAX_PERIODS = 400; // thirty years of them

export const queueSettlementBodySchema = z.object({
  periods: z
    .array(apiDaySchema)
    .min(1)
    .max(MAX_PERIODS)
    .optional()
    .describe("Premiers jours des périodes ; absent : toutes celles qui sont prêtes ou à recalculer."),
});

const outcomeSchema = z
  .object({
    kind: z
      .enum(["waiting", "settled", "unchanged", "incomplete", "refused", "left_out"])
      .describe(
        "waiting : son tour n’est pas venu ; settled : nouvelle version ; unchanged : la dernière version le dit déjà ; incomplete : il manque des mesures ; refused : voir code ; left_out : le calcul s’est arrêté avant.",
      ),
    version: z.number().int().optional().describe("settled, unchanged : la version qui vaut."),
    missing: z.array(missingPointSchema).optional().describe("incomplete : ce qui manque."),
    code: z.string().optional().describe("refused : PERIOD_CLOSED, NO_PRODUCER_OR_CONSUMER…"),
  })
  .describe("Ce qu’est devenue la période.");

const jobSchema = z.object({
  id: z.uuid(),
  state: z
    .enum(["queued", "running", "stopping", "done", "cancelled", "failed"])
    .describe("stopping : s’arrête après la période en cours ; failed : interrompu, ce qui est calculé est gardé."),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  doneCount: z.number().int().describe("Périodes traitées."),
  periods: z
    .array(z.object({ period: periodSchema, outcome: outcomeSchema }))
    .describe("De la plus ancienne à la plus récente."),
});

const settlementJobSchema = apiComponent("SettlementJob", z.object({ settlement: jobSchema }));

const SETTLEMENT_EXAMPLE = `${EXAMPLE}/settlements/01a2b3c4-0000-4000-8000-000000000000`;
const BODY_ERRORS = [
  { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
  { status: 413, codes: ["BODY_TOO_LARGE"] },
];

/** Periods settled in the background, one after the other. */
export const SETTLEMENT_JOB_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: `${OPERATION}/settlements`,
    operationId: "queueSettlement",
    group: "Calcul d’une période",
    title: "Calculer des périodes en arrière-plan",
    description:
      "Calcule les périodes demandées, ou toutes celles qui sont prêtes ou à recalculer, l’une après l’autre. Un seul calcul à la fois par opération.",
    scope: "write",
    body: { kind: "json", schema: queueSettlementBodySchema, example: { periods: ["2026-03-01", "2026-04-01"] } },
    answers: [
      {
        status: 202,
        description: "En file ; Location donne l’adresse où suivre le calcul.",
        content: json(settlementJobSchema),
        hasLocation: true,
      },
    ],
    errors: [
      ...BODY_ERRORS,
      { status: 422, codes: ["UNKNOWN_PERIOD", "PERIOD_CLOSED", "NOTHING_TO_SETTLE", "SETTLEMENT_UNDER_WAY"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' \\
  "$PRORATA${EXAMPLE}/settlements"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/settlements/{id}`,
    operationId: "readSettlement",
    group: "Calcul d’une période",
    title: "Suivre un calcul",
    description: "Où en est un calcul en arrière-plan, et ce qu’est devenue chaque période.",
    scope: "read",
    answers: [ok("Le calcul.", settlementJobSchema)],
    errors: [],
    curl: get(SETTLEMENT_EXAMPLE),
  },
  {
    method: "POST",
    path: `${OPERATION}/settlements/{id}/cancel`,
    operationId: "stopSettlement",
    group: "Calcul d’une période",
    title: "Arrêter un calcul",
    description: "Arrête un calcul après la période en cours ; ce qui est calculé est gardé. Corps : {}.",
    scope: "write",
    body: { kind: "json", schema: z.object({}), example: {} },
    answers: [ok("Le calcul, qui s’arrête ou est fini.", settlementJobSchema)],
    errors: BODY_ERRORS,
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' \\
  "$PRORATA${SETTLEMENT_EXAMPLE}/cancel"`,
  },
];
