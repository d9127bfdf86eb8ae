import * as z from "zod";
import { officialReasonSchema } from "@/lib/schemas/anniversary";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

const dayOfMonth = z.number().int().min(1).max(31).describe("Jour du mois où commence une période, de 1 à 31.");
const periods = (description: string) =>
  z.array(z.object({ from: z.iso.date(), toExclusive: z.iso.date() })).describe(description);

/** A move as a machine records it. */
export const anniversaryMoveBodySchema = z.object({
  from: apiDaySchema.describe("Premier jour où le nouveau jour anniversaire compte, et l’ancien ne compte plus."),
  dayOfMonth,
  reason: officialReasonSchema.describe("La notification du gestionnaire et sa date."),
});

export const dryRunQuerySchema = z.object({
  dryRun: z.enum(["true", "false"]).optional().describe("true : montrer ce que deviennent les périodes, sans écrire."),
});

const anniversaryListSchema = apiComponent(
  "AnniversaryList",
  z.object({
    anniversaries: z
      .array(z.object({ from: z.iso.date(), dayOfMonth }))
      .describe("Ceux qui valent, du plus ancien au plus récent ; le premier vaut aussi avant sa date."),
    moves: z
      .array(
        z.object({
          id: z.uuid(),
          from: z.iso.date(),
          dayOfMonth,
          reason: z.string(),
          createdAt: z.iso.datetime(),
        }),
      )
      .describe(
        "Tout ce qui a été enregistré, du plus récent au plus ancien : chacun remplace ceux qui comptent de son jour ou après.",
      ),
  }),
);

const plannedMoveSchema = apiComponent(
  "PlannedAnniversaryMove",
  z.object({
    before: periods("Les premières périodes qui changent, sans le déplacement."),
    after: periods("Les mêmes, une fois la date déplacée."),
  }),
);

/** The monthly anniversary and its moves. */
export const ANNIVERSARY_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/anniversaries`,
    operationId: "listAnniversaries",
    group: "Opérations",
    title: "Lire la date anniversaire mensuelle",
    description: "Les jours du mois où commencent les périodes de calcul, et leurs déplacements (convention, art. 4).",
    scope: "read",
    answers: [ok("La date anniversaire.", anniversaryListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/anniversaries`),
  },
  {
    method: "POST",
    path: `${OPERATION}/anniversaries`,
    operationId: "moveAnniversary",
    group: "Opérations",
    title: "Déplacer la date anniversaire mensuelle",
    description:
      "Enregistre un déplacement que le gestionnaire a notifié (convention, art. 4). Une période déjà calculée, ou dont la clé du mois est préparée, garde ses bornes : le déplacement qui les changerait est refusé.",
    scope: "write",
    query: dryRunQuerySchema,
    body: {
      kind: "json",
      schema: anniversaryMoveBodySchema,
      example: { from: "2026-07-02", dayOfMonth: 15, reason: "Courriel d’Enedis du 3 juin 2026" },
    },
    answers: [
      { status: 201, description: "Enregistré : ce que deviennent les périodes.", content: json(plannedMoveSchema) },
      { status: 200, description: "Montré seulement (dryRun).", content: json(plannedMoveSchema) },
    ],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["ANNIVERSARY_UNCHANGED", "ANNIVERSARY_RECUTS"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "from": "2026-07-02", "dayOfMonth": 15, "reason": "Courriel d’Enedis du 3 juin 2026" }' \\
  "$PRORATA${EXAMPLE}/anniversaries?dryRun=true"`,
  },
];
