import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { JSON_ERRORS, UNKNOWN_ID } from "./complaints";
import { listPageQuerySchema, nextPageSchema } from "./list-page";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

/** A tenant's contract ended. */
export const newTenantChangeBodySchema = z.object({
  prm: prmSchema.describe("PRM du logement."),
  endDay: apiDaySchema.describe("Jour où le contrat du locataire a pris fin."),
  noticeDay: apiDaySchema.optional().describe("Jour où Enedis l’a notifié ; absent : son avis est attendu."),
});

/** What follows. */
export const tenantMoveBodySchema = z.discriminatedUnion("move", [
  z.object({
    move: z.literal("service").describe("Un nouveau contrat est en service."),
    day: apiDaySchema.describe("Jour de la mise en service : le PRM revient 14 jours après."),
    noticeDay: apiDaySchema.describe("Jour où Enedis l’a notifiée."),
    participantId: z.uuid("Choisissez le nouveau locataire.").describe("Le nouveau locataire."),
  }),
  z.object({
    move: z
      .enum(["notice", "refuse", "abandon"])
      .describe(
        "notice : Enedis notifie un départ déjà connu ; refuse : son refus est signalé à Enedis ; abandon : personne n’est plus attendu.",
      ),
    day: apiDaySchema.describe("Jour de l’avis, du signalement, ou de l’abandon."),
  }),
]);

const changeSchema = z.object({
  id: z.uuid(),
  prm: prmSchema.nullable().describe("null pour qui ne peut pas écrire."),
  endDay: z.iso.date(),
  endNoticeDay: z.iso.date().nullable().describe("null : l’avis d’Enedis est attendu."),
  serviceDay: z.iso.date().nullable(),
  serviceNoticeDay: z.iso.date().nullable(),
  newParticipantId: z.uuid().nullable().describe("null aussi pour qui ne peut pas écrire."),
  refusalDay: z.iso.date().nullable(),
  abandonedDay: z.iso.date().nullable(),
  state: z
    .enum(["vacant", "waiting", "refused", "returned", "abandoned"])
    .describe("vacant : sans contrat ; waiting : les 14 jours courent."),
  returnDay: z.iso.date().nullable().describe("Jour où le PRM revient, ou est revenu, sans refus."),
});

/** Every change of tenant. */
export const tenantChangeListSchema = apiComponent(
  "TenantChangeList",
  z.object({ tenantChanges: z.array(changeSchema).describe("Du plus récent au plus ancien."), next: nextPageSchema }),
);

/** What was recorded. */
export const recordedTenantChangeSchema = apiComponent(
  "RecordedTenantChange",
  z.object({ tenantChange: z.object({ id: z.uuid() }) }),
);

const group = "Périmètre";
const CHANGES = `${OPERATION}/tenant-changes` as const;
const CHANGE_EXAMPLE: z.input<typeof newTenantChangeBodySchema> = {
  prm: "30001234567890",
  endDay: "2026-10-31",
  noticeDay: "2026-11-04",
};

/** Tenants of a HLM body who change (art. 3.2.2.2). */
export const TENANT_CHANGE_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: CHANGES,
    operationId: "listTenantChanges",
    group,
    title: "Lister les changements de locataire",
    description: "Opération d’un organisme HLM : les PRM en attente d’un locataire, et ceux qui sont revenus.",
    scope: "read",
    query: listPageQuerySchema,
    answers: [ok("Les changements.", tenantChangeListSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/tenant-changes`),
  },
  {
    method: "POST",
    path: CHANGES,
    operationId: "openTenantChange",
    group,
    title: "Enregistrer le départ d’un locataire",
    description:
      "Le PRM sort du périmètre le jour où le contrat a pris fin, sa part va au surplus, et il attend le locataire suivant.",
    scope: "write",
    body: { kind: "json", schema: newTenantChangeBodySchema, example: CHANGE_EXAMPLE },
    answers: [{ status: 201, description: "Enregistré.", content: json(recordedTenantChangeSchema) }],
    errors: [
      ...JSON_ERRORS,
      {
        status: 422,
        codes: [
          "NOT_HLM",
          "DAY_IN_FUTURE",
          "UNKNOWN_METERING_POINT",
          "UNKNOWN_STAY",
          "TENANT_AWAITED_ALREADY",
          "EXIT_BEFORE_ENTRY",
        ],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${JSON.stringify(CHANGE_EXAMPLE)}' \\
  "$PRORATA${EXAMPLE}/tenant-changes"`,
  },
  {
    method: "POST",
    path: `${CHANGES}/{id}/moves`,
    operationId: "moveTenantChange",
    group,
    title: "Noter la suite d’un changement de locataire",
    description:
      "L’avis d’Enedis d’un départ déjà connu, le nouveau contrat en service, le refus du nouveau locataire, ou l’abandon. Sans refus signalé, le PRM revient 14 jours après la mise en service, avec son dernier coefficient.",
    scope: "write",
    body: { kind: "json", schema: tenantMoveBodySchema, example: { move: "refuse", day: "2026-11-20" } },
    answers: [ok("Noté.", recordedTenantChangeSchema)],
    errors: [
      ...JSON_ERRORS,
      {
        status: 422,
        codes: [
          "TENANT_MOVE_REFUSED",
          "TENANT_REFUSAL_TOO_LATE",
          "SERVICE_BEFORE_END",
          "DAY_IN_FUTURE",
          "UNKNOWN_PARTICIPANT",
          "DATA_ERASED",
          "PRM_IN_OTHER_OPERATION",
        ],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "move": "refuse", "day": "2026-11-20" }' \\
  "$PRORATA${EXAMPLE}/tenant-changes/${UNKNOWN_ID}/moves"`,
  },
];
