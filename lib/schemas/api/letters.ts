import * as z from "zod";
import { noteSchema } from "@/lib/schemas/complaint";
import { LETTER_KINDS, LETTER_MOVES } from "@/lib/schemas/letter";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { DOCUMENT_ERRORS, DOCUMENT_TYPES, JSON_ERRORS, joinedDocumentSchema, UNKNOWN_ID } from "./complaints";
import { listPageQuerySchema, nextPageSchema } from "./list-page";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

const kindSchema = z
  .enum(LETTER_KINDS, "Choisissez ce que dit le courrier.")
  .describe(
    "consent_proof, agreement_proof : justificatif demandé ; access_ended, access_suspended, access_resumed : contrat d’accès d’un PRM ; convention_change, annex_change ; suspension, breach_termination, termination : de la convention ; dispute ; start_notice ; anniversary_move ; contact_change ; other.",
  );

/** A letter of the operator to record. */
export const newLetterBodySchema = z.object({
  kind: kindSchema,
  receivedDay: apiDaySchema.describe("Jour où le courrier est arrivé."),
  sentDay: apiDaySchema.optional().describe("Jour de son envoi : suspension et résiliation en comptent."),
  effectDay: apiDaySchema.optional().describe("Jour que le courrier donne à ce qu’il annonce."),
  meteringPointId: z.uuid("Choisissez un PRM.").optional().describe("PRM dont il parle."),
  isImmediate: z.boolean().default(false).describe("Suspension pour la sécurité, sans délai."),
  reference: z
    .string()
    .trim()
    .max(200, "200 caractères au plus")
    .optional()
    .transform((text) => text || null)
    .describe("Numéro ou objet du courrier."),
});

/** What was done about a letter. */
export const letterStepBodySchema = z.object({
  move: z
    .enum(LETTER_MOVES)
    .describe(
      "answered : répondu ; done : traité ; accepted, refused : la modification ; renewed : délai renouvelé ; applied : date d’application des coefficients reçue ; closed : sans suite.",
    ),
  day: apiDaySchema.describe("Jour de l’étape."),
  note: noteSchema.describe("Ce qu’il faut en savoir ; obligatoire pour classer sans suite."),
});

const letterSchema = z.object({
  id: z.uuid(),
  kind: kindSchema,
  receivedDay: z.iso.date(),
  sentDay: z.iso.date().nullable(),
  effectDay: z.iso.date().nullable().describe("Tel que le courrier le donne."),
  takesEffectOn: z.iso.date().nullable().describe("Tel que la convention le compte."),
  prm: prmSchema.nullable().describe("null aussi, quand c’est celui d’un particulier, pour qui ne peut pas écrire."),
  isImmediate: z.boolean(),
  reference: z.string().nullable().describe("null aussi pour qui ne peut pas écrire."),
  state: z.enum(["to_do", "answered", "done", "accepted", "tacit", "refused", "closed"]),
  deadline: z
    .object({ rule: z.string(), actor: z.enum(["organiser", "dso", "both"]), dueDay: z.iso.date().nullable() })
    .nullable()
    .describe("Ce qui reste à faire ou va prendre effet ; dueDay null : dès que possible."),
});

/** The operator's letters and where each stands. */
export const letterListSchema = apiComponent(
  "LetterList",
  z.object({ letters: z.array(letterSchema).describe("Du plus récent au plus ancien."), next: nextPageSchema }),
);

/** What was recorded, or moved. */
export const recordedLetterSchema = apiComponent("RecordedLetter", z.object({ letter: z.object({ id: z.uuid() }) }));

const group = "Réclamations et courriers";
const LETTER = `${OPERATION}/letters/{id}` as const;
const EXAMPLE_LETTER = `${EXAMPLE}/letters/${UNKNOWN_ID}`;
const LETTER_EXAMPLE: z.input<typeof newLetterBodySchema> = {
  kind: "annex_change",
  receivedDay: "2026-11-02",
  effectDay: "2026-12-15",
  reference: "Nouveau format de l’annexe 5",
};

/** What the operator writes to the organiser, and what is done about it. */
export const LETTER_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/letters`,
    operationId: "listLetters",
    group,
    title: "Lister les courriers d’Enedis",
    description: "Les courriers reçus au titre de la convention, l’état de chacun et ce qui reste à faire.",
    scope: "read",
    query: listPageQuerySchema,
    answers: [ok("Les courriers.", letterListSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/letters`),
  },
  {
    method: "POST",
    path: `${OPERATION}/letters`,
    operationId: "recordLetter",
    group,
    title: "Enregistrer un courrier d’Enedis",
    description:
      "Un courrier reçu du gestionnaire : ce qu’il dit, les jours qu’il donne, le PRM dont il parle. Rien ne change encore dans le registre.",
    scope: "write",
    body: { kind: "json", schema: newLetterBodySchema, example: LETTER_EXAMPLE },
    answers: [{ status: 201, description: "Enregistré.", content: json(recordedLetterSchema) }],
    errors: [
      ...JSON_ERRORS,
      {
        status: 422,
        codes: ["LETTER_INCOMPLETE", "DAY_IN_FUTURE", "INVALID_LETTER_DAYS", "UNKNOWN_METERING_POINT"],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${JSON.stringify(LETTER_EXAMPLE).replaceAll("’", "'\\''")}' \\
  "$PRORATA${EXAMPLE}/letters"`,
  },
  {
    method: "POST",
    path: `${LETTER}/steps`,
    operationId: "moveLetter",
    group,
    title: "Noter la suite d’un courrier",
    description: "Répondu, traité, accepté, refusé, sans suite. Les étapes s’ajoutent et ne se corrigent pas.",
    scope: "write",
    body: { kind: "json", schema: letterStepBodySchema, example: { move: "answered", day: "2026-11-09" } },
    answers: [ok("Notée.", recordedLetterSchema)],
    errors: [
      ...JSON_ERRORS,
      { status: 422, codes: ["LETTER_MOVE_REFUSED", "REASON_MISSING", "STEP_OUT_OF_ORDER", "DAY_IN_FUTURE"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "move": "answered", "day": "2026-11-09" }' \\
  "$PRORATA${EXAMPLE_LETTER}/steps"`,
  },
  {
    method: "POST",
    path: `${LETTER}/documents`,
    operationId: "joinLetterDocument",
    group,
    title: "Joindre un document à un courrier",
    description: "Un document (PDF, PNG ou JPEG, 10 Mo au plus) : le courrier numérisé, la preuve de la réponse…",
    scope: "write",
    body: { kind: "files", rawTypes: DOCUMENT_TYPES },
    answers: [{ status: 201, description: "Joint.", content: json(joinedDocumentSchema) }],
    errors: DOCUMENT_ERRORS,
    curl: `curl -H "Authorization: Bearer $CLE" -F "file=@courrier.pdf" "$PRORATA${EXAMPLE_LETTER}/documents"`,
  },
];
