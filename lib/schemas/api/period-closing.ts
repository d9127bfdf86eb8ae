import * as z from "zod";
import { officialReasonSchema } from "@/lib/schemas/anniversary";
import { apiComponent } from "./api-component";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";
import { periodStatusSchema } from "./settlement";

export const reopenBodySchema = z.object({
  reason: officialReasonSchema.describe("Pourquoi la période est rouverte ; la raison reste dans l’historique."),
});

const periodSheetSchema = apiComponent(
  "PeriodSheet",
  z.object({
    period: periodStatusSchema,
    closings: z
      .array(
        z.object({
          id: z.uuid(),
          runId: z.uuid().describe("Le calcul qui vaut."),
          version: z.number().int(),
          closedAt: z.iso.datetime(),
          reopenedAt: z.iso.datetime().nullable(),
          reopenReason: z.string().nullable(),
        }),
      )
      .describe("Clôtures et réouvertures, de la plus récente à la plus ancienne."),
    changes: z
      .array(
        z.object({
          kind: z
            .enum(["key", "delivery", "perimeter", "decision", "import", "holidays"])
            .describe(
              "key : clé envoyée ; delivery : clé du mois ; perimeter : entrée ou sortie ; decision : décision sur une mesure ; import : mesures.",
            ),
          id: z.uuid(),
          version: z.number().int().nullable().describe("De la clé ou de la clé du mois."),
          at: z.iso.datetime(),
        }),
      )
      .describe("Ce qui a été écrit depuis le dernier calcul, et dont il dépendrait."),
  }),
);

const PERIOD = `${OPERATION}/periods/{from}` as const;
const PERIOD_EXAMPLE = `${EXAMPLE}/periods/2026-04-01`;
const BODY_ERRORS = [
  { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
  { status: 413, codes: ["BODY_TOO_LARGE"] },
];

/** One period, its closing and its reopening. */
export const PERIOD_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: PERIOD,
    operationId: "readPeriod",
    group: "Calcul d’une période",
    title: "Lire une période",
    description:
      "Où en est la période qui commence ce jour, ses clôtures, et ce qui a changé depuis son dernier calcul.",
    scope: "read",
    answers: [ok("La période.", periodSheetSchema)],
    errors: [],
    curl: get(PERIOD_EXAMPLE),
  },
  {
    method: "POST",
    path: `${PERIOD}/closing`,
    operationId: "closePeriod",
    group: "Calcul d’une période",
    title: "Clore une période",
    description:
      "Fige la période : sa dernière version vaut, et aucune autre n’est calculée tant qu’elle n’est pas rouverte. Refusé si des données ont changé depuis. Corps : {}.",
    scope: "write",
    body: { kind: "json", schema: z.object({}), example: {} },
    answers: [{ status: 201, description: "Close.", content: json(periodSheetSchema) }],
    errors: [...BODY_ERRORS, { status: 422, codes: ["PERIOD_NOT_SETTLED", "PERIOD_TO_RECOMPUTE", "PERIOD_CLOSED"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' \\
  "$PRORATA${PERIOD_EXAMPLE}/closing"`,
  },
  {
    method: "POST",
    path: `${PERIOD}/reopening`,
    operationId: "reopenPeriod",
    group: "Calcul d’une période",
    title: "Rouvrir une période",
    description:
      "Permet de calculer de nouveau une période close. Réservé aux administrateurs de la collectivité ; la clôture reste dans l’historique.",
    scope: "write",
    body: { kind: "json", schema: reopenBodySchema, example: { reason: "Mesures d’avril publiées de nouveau" } },
    answers: [ok("Rouverte.", periodSheetSchema)],
    errors: [...BODY_ERRORS, { status: 422, codes: ["PERIOD_NOT_CLOSED"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "reason": "Mesures d’avril publiées de nouveau" }' \\
  "$PRORATA${PERIOD_EXAMPLE}/reopening"`,
  },
];
