import * as z from "zod";
import {
  COMPLAINT_KINDS,
  COMPLAINT_MOVES,
  complaintTextSchema,
  noteSchema,
  subjectSchema,
} from "@/lib/schemas/complaint";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiErrorAnswer, ApiRoute } from "./api-route";
import { listPageQuerySchema, nextPageSchema } from "./list-page";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

/** A complaint to record. */
export const newComplaintBodySchema = z.object({
  kind: z
    .enum(COMPLAINT_KINDS, "Choisissez une réclamation ou une demande.")
    .default("complaint")
    .describe(
      "complaint : réclamation (art. 5.1.5) ; data_request : demande d’un participant de lire ou rectifier ses données (art. 8.4.2).",
    ),
  receivedDay: apiDaySchema.describe("Jour où la réclamation est arrivée."),
  participantId: z.uuid("Choisissez un participant.").optional().describe("Participant qui réclame."),
  senderName: z
    .string()
    .trim()
    .max(200, "200 caractères au plus")
    .optional()
    .transform((name) => name || null)
    .describe("Qui réclame, quand le registre ne le connaît pas."),
  subject: subjectSchema,
  text: complaintTextSchema.describe("La réclamation elle-même : personne d’autre qu’un agent ne la lit."),
  concernsDso: z
    .boolean()
    .describe(
      "Elle met Enedis en cause : à lui transmettre dans les 5 jours ouvrés. D’une demande : Enedis détient les données, à lui transmettre sans délai.",
    ),
});

/** What was done about a complaint. */
export const complaintStepBodySchema = z.object({
  move: z
    .enum(COMPLAINT_MOVES)
    .describe(
      "concerns_dso : met Enedis en cause ; forwarded : transmise ; completed : dossier complet chez Enedis (réclamation seulement) ; answered : répondue ; closed : fermée.",
    ),
  day: apiDaySchema.describe("Jour de l’étape."),
  note: noteSchema.describe("Ce qu’il faut en savoir ; obligatoire pour fermer sans réponse."),
});

const complaintFields = {
  id: z.uuid(),
  kind: z.enum(COMPLAINT_KINDS),
  receivedDay: z.iso.date(),
  participantId: z.uuid().nullable().describe("null aussi pour qui ne peut pas écrire."),
  subject: z.string().nullable().describe("null pour qui ne peut pas écrire : l’objet peut nommer une personne."),
  concernsDso: z.boolean().describe("Tel qu’à l’arrivée."),
  state: z.enum(["received", "to_forward", "forwarded", "with_dso", "answered", "closed"]),
  deadline: z
    .object({
      rule: z.enum(["complaint-forward", "complaint-answer", "data-request"]),
      actor: z.enum(["organiser", "dso"]),
      dueDay: z.iso.date(),
    })
    .nullable()
    .describe("Le délai qui court ; null : aucun."),
};

const eventSchema = z.object({
  id: z.uuid(),
  step: z.enum(["document", ...COMPLAINT_MOVES]),
  day: z.iso.date(),
  note: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
});

/** The register, without the words of anybody. */
export const complaintListSchema = apiComponent(
  "ComplaintList",
  z.object({
    complaints: z.array(z.object(complaintFields)).describe("De la plus récente à la plus ancienne."),
    next: nextPageSchema,
  }),
);

/** One complaint, whole. */
export const complaintSchema = apiComponent(
  "Complaint",
  z.object({
    complaint: z.object({
      ...complaintFields,
      senderName: z.string().nullable(),
      text: z.string(),
      events: z.array(eventSchema).describe("Du plus ancien au plus récent."),
    }),
  }),
);

/** What was recorded, or moved. */
export const recordedComplaintSchema = apiComponent(
  "RecordedComplaint",
  z.object({ complaint: z.object({ id: z.uuid() }) }),
);

/** A paper that was joined. */
export const joinedDocumentSchema = apiComponent("JoinedDocument", z.object({ document: z.object({ id: z.uuid() }) }));

export const UNKNOWN_ID = "01a2b3c4-0000-7000-8000-000000000000";
export const DOCUMENT_TYPES = ["application/pdf", "image/png", "image/jpeg", "application/octet-stream"];
export const JSON_ERRORS: readonly ApiErrorAnswer[] = [
  { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
  { status: 413, codes: ["BODY_TOO_LARGE"] },
];
export const DOCUMENT_ERRORS: readonly ApiErrorAnswer[] = [
  { status: 400, codes: ["NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"] },
  { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
  { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
  { status: 422, codes: ["UNREADABLE_DOCUMENT"] },
];
const group = "Réclamations et courriers";
const COMPLAINT = `${OPERATION}/complaints/{id}`;
const EXAMPLE_COMPLAINT = `${EXAMPLE}/complaints/${UNKNOWN_ID}`;

const COMPLAINT_EXAMPLE: z.input<typeof newComplaintBodySchema> = {
  receivedDay: "2026-11-02",
  senderName: "Association des riverains",
  subject: "Parts d’octobre",
  text: "Les parts affichées en octobre ne sont pas celles de ma facture.",
  concernsDso: true,
};

/** Complaints: the register and what is done about each (art. 5.1.5). */
export const COMPLAINT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/complaints`,
    operationId: "listComplaints",
    group,
    title: "Lister les réclamations",
    description:
      "Le registre des réclamations et des demandes sur les données, l’état de chacune et le délai qui court. Qui ne peut pas écrire n’en lit ni l’objet ni l’auteur.",
    scope: "read",
    query: listPageQuerySchema,
    answers: [ok("Les réclamations.", complaintListSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/complaints`),
  },
  {
    method: "POST",
    path: `${OPERATION}/complaints`,
    operationId: "recordComplaint",
    group,
    title: "Enregistrer une réclamation",
    description:
      "La réclamation d’un participant, ou de quelqu’un d’autre, ou sa demande sur ses données, telle qu’elle est arrivée.",
    scope: "write",
    body: { kind: "json", schema: newComplaintBodySchema, example: COMPLAINT_EXAMPLE },
    answers: [{ status: 201, description: "Enregistrée.", content: json(recordedComplaintSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["DAY_IN_FUTURE", "UNKNOWN_PARTICIPANT", "DATA_ERASED"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${JSON.stringify(COMPLAINT_EXAMPLE)}' \\
  "$PRORATA${EXAMPLE}/complaints"`,
  },
  {
    method: "GET",
    path: COMPLAINT,
    operationId: "readComplaint",
    group,
    title: "Lire une réclamation",
    description: "Son texte, qui réclame et ce qui a été fait. Elle nomme des personnes : seul qui peut écrire la lit.",
    scope: "write",
    answers: [ok("La réclamation.", complaintSchema)],
    errors: [],
    curl: get(EXAMPLE_COMPLAINT),
  },
  {
    method: "POST",
    path: `${COMPLAINT}/steps`,
    operationId: "moveComplaint",
    group,
    title: "Noter une étape d’une réclamation",
    description:
      "Transmise à Enedis, dossier complet, répondue, fermée. Les étapes s’ajoutent et ne se corrigent pas ; une étape impossible là où elle en est est refusée.",
    scope: "write",
    body: { kind: "json", schema: complaintStepBodySchema, example: { move: "forwarded", day: "2026-11-04" } },
    answers: [ok("Notée.", recordedComplaintSchema)],
    errors: [
      ...JSON_ERRORS,
      {
        status: 422,
        codes: ["COMPLAINT_MOVE_REFUSED", "REASON_MISSING", "STEP_OUT_OF_ORDER", "DAY_IN_FUTURE", "DATA_ERASED"],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "move": "forwarded", "day": "2026-11-04" }' \\
  "$PRORATA${EXAMPLE_COMPLAINT}/steps"`,
  },
  {
    method: "POST",
    path: `${COMPLAINT}/documents`,
    operationId: "joinComplaintDocument",
    group,
    title: "Joindre un document à une réclamation",
    description: "Un document (PDF, PNG ou JPEG, 10 Mo au plus) : la réclamation reçue, la réponse donnée…",
    scope: "write",
    body: { kind: "files", rawTypes: DOCUMENT_TYPES },
    answers: [{ status: 201, description: "Joint.", content: json(joinedDocumentSchema) }],
    errors: DOCUMENT_ERRORS,
    curl: `curl -H "Authorization: Bearer $CLE" -F "file=@reponse.pdf" "$PRORATA${EXAMPLE_COMPLAINT}/documents"`,
  },
  {
    method: "GET",
    path: `${COMPLAINT}/letter`,
    operationId: "buildComplaintLetter",
    group,
    title: "Lettre de transmission d’une réclamation",
    description: "La lettre à Enedis qui transmet la réclamation, en PDF, à signer (art. 5.1.5).",
    scope: "write",
    answers: [{ status: 200, description: "Le PDF.", content: { "application/pdf": "text" } }],
    errors: [],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE_COMPLAINT}/letter"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/correspondence-documents/{id}`,
    operationId: "readCorrespondenceDocument",
    group,
    title: "Télécharger un document joint",
    description: "Un document joint à une réclamation ou à un courrier, tel qu’il a été reçu, pour qui peut écrire.",
    scope: "write",
    answers: [
      {
        status: 200,
        description: "Le document.",
        content: { "application/pdf": "text", "image/png": "text", "image/jpeg": "text" },
      },
    ],
    errors: [{ status: 410, codes: ["FILE_PURGED"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/correspondence-documents/${UNKNOWN_ID}"`,
  },
];
