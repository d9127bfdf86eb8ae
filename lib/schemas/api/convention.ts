import * as z from "zod";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { JSON_ERRORS } from "./complaints";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

const endingSchema = z
  .enum(["suspension", "termination"])
  .describe("suspension, ou termination : fin de la convention.");
const statusSchema = z
  .enum(["active", "suspended", "ended"], "Choisissez ce qui est décidé.")
  .describe("active : la suspension est levée ; suspended : suspendue ; ended : résiliée.");

/** Which letters are wanted. */
export const endingLettersQuerySchema = z.object({
  ending: endingSchema,
  effectDay: apiDaySchema.describe("Premier jour de la suspension, ou après la convention."),
  participant: z.uuid().optional().describe("Un participant ; par défaut, tous ceux qui ne sont pas prévenus."),
});

/** Who was told. */
export const endNoticesBodySchema = z.object({
  by: z
    .enum(["organiser", "dso"])
    .default("organiser")
    .describe("organiser : vous, aux participants ; dso : Enedis, aux fournisseurs et responsables d’équilibre."),
  ending: endingSchema,
  effectDay: apiDaySchema.describe("Premier jour de la suspension, ou après la convention."),
  toldDay: apiDaySchema.describe("Jour où ils ont été prévenus."),
  participantId: z.uuid().optional().describe("Un participant ; par défaut, tous ceux qui ne le sont pas encore."),
});

/** What the operator decided. */
export const operationStatusBodySchema = z.object({
  status: statusSchema,
  from: apiDaySchema.describe("Premier jour."),
});

const groundSchema = z.object({
  kind: z.enum([
    "lone_participant",
    "missing_agreement",
    "late_proof",
    "long_suspension",
    "no_balance_party",
    "confidentiality",
    "force_majeure",
  ]),
  leadsTo: endingSchema,
  articles: z.array(z.string()),
  state: z.enum(["met", "to_come", "not_met", "unwatched"]).describe("unwatched : rien ici ne le dit."),
  day: z.iso.date().nullable().describe("Depuis quand, ou à partir de quand."),
  count: z.number().int().nullable(),
});

/** Whether the convention holds, what could end it, and how many have to be told. */
export const conventionSchema = apiComponent(
  "Convention",
  z.object({
    convention: z.object({
      status: statusSchema,
      statusFrom: z.iso.date().nullable().describe("null : depuis le démarrage."),
      grounds: z.array(groundSchema).describe("Ce qui permet de suspendre ou de résilier (art. 8.5 et 8.6)."),
      endings: z.array(
        z.object({
          kind: endingSchema,
          effectDay: z.iso.date(),
          isAnnounced: z.boolean().describe("Annoncée par un courrier, pas encore enregistrée."),
          dsoNoticeDay: z.iso
            .date()
            .describe("Avant ce jour Enedis prévient fournisseurs et responsables d’équilibre."),
          dsoToldDay: z.iso.date().nullable().describe("Jour où Enedis l’a fait ; null : pas noté."),
          toTellCount: z.number().int().describe("Participants à prévenir."),
          toldCount: z.number().int().describe("Dont déjà prévenus."),
        }),
      ),
    }),
  }),
);

/** How many were told. */
export const toldSchema = apiComponent(
  "ToldParticipants",
  z.object({ told: z.object({ count: z.number().int().describe("0 : c’était déjà noté.") }) }),
);

/** What was recorded. */
export const recordedStatusSchema = apiComponent(
  "RecordedStatus",
  z.object({ convention: z.object({ status: statusSchema, from: z.iso.date() }) }),
);

const group = "Réclamations et courriers";
const CONVENTION = `${OPERATION}/convention` as const;
const NOTICES_EXAMPLE: z.input<typeof endNoticesBodySchema> = {
  ending: "suspension",
  effectDay: "2026-11-12",
  toldDay: "2026-11-04",
};

/** Suspension and end of the convention, watched (art. 8.5, 8.6). */
export const CONVENTION_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: CONVENTION,
    operationId: "readConvention",
    group,
    title: "Surveiller la convention",
    description: "Si elle est en vigueur, ce qui permettrait de la suspendre ou de la résilier, et qui prévenir.",
    scope: "read",
    answers: [ok("La convention aujourd’hui.", conventionSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/convention`),
  },
  {
    method: "POST",
    path: `${CONVENTION}/statuses`,
    operationId: "setOperationStatus",
    group,
    title: "Enregistrer une suspension, sa levée ou la fin",
    description: "Ce qu’Enedis a décidé, et de quel jour. Rien ne suit la fin de la convention.",
    scope: "write",
    body: { kind: "json", schema: operationStatusBodySchema, example: { status: "suspended", from: "2026-11-12" } },
    answers: [{ status: 201, description: "Enregistré.", content: json(recordedStatusSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["STATUS_CHANGE_REFUSED"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "status": "suspended", "from": "2026-11-12" }' \\
  "$PRORATA${EXAMPLE}/convention/statuses"`,
  },
  {
    method: "POST",
    path: `${CONVENTION}/notices`,
    operationId: "recordEndNotices",
    group,
    title: "Noter qui est prévenu",
    description:
      "Les participants prévenus d’une suspension ou de la fin ; qui l’était déjà le reste à sa date. L’avis d’Enedis, pour une suspension ou une fin enregistrée ou annoncée : un autre jour corrige le précédent.",
    scope: "write",
    body: { kind: "json", schema: endNoticesBodySchema, example: NOTICES_EXAMPLE },
    answers: [{ status: 201, description: "Noté.", content: json(toldSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["DAY_IN_FUTURE", "UNKNOWN_PARTICIPANT", "UNKNOWN_ENDING"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${JSON.stringify(NOTICES_EXAMPLE)}' \\
  "$PRORATA${EXAMPLE}/convention/notices"`,
  },
  {
    method: "GET",
    path: `${CONVENTION}/letters`,
    operationId: "buildEndingLetters",
    group,
    title: "Lettres aux participants",
    description:
      "Les lettres qui préviennent d’une suspension ou de la fin, en un PDF (les 200 premières par ordre alphabétique). 404 quand il n’y a personne à prévenir.",
    scope: "write",
    query: endingLettersQuerySchema,
    answers: [{ status: 200, description: "Le PDF.", content: { "application/pdf": "text" } }],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/convention/letters?ending=suspension&effectDay=2026-11-12"`,
  },
];
