import * as z from "zod";
import { daySchema } from "@/lib/schemas/day";
import { apiComponent } from "./api-component";
import { apiDaySchema, prmSchema } from "./api-parameters";
import type { ApiErrorAnswer, ApiRoute } from "./api-route";

const flagSchema = (description: string) =>
  z
    .enum(["true", "false"])
    .optional()
    .transform((text) => text === "true")
    .describe(`${description} false par défaut.`);
const dayField = (description: string) => daySchema.meta({ description, format: "date" });

/** Which day the list is of. */
export const consentListQuerySchema = z.object({
  date: dayField("Jour dont on veut l’état ; aujourd’hui par défaut.").optional(),
});

/** What is recorded; the signed document is the body. */
export const newConsentQuerySchema = z
  .object({
    participantId: z.uuid("Identifiant attendu").describe("Participant qui consent."),
    meteringPointId: z
      .uuid("Identifiant attendu")
      .optional()
      .describe("Un seul de ses points de mesure ; tous par défaut."),
    kind: z
      .enum(["agreement", "tenant_information"])
      .describe("agreement : document signé ; tenant_information : locataire HLM informé, qui peut s’opposer."),
    givenDay: dayField("Jour de la signature, ou de l’information."),
    expiryDay: dayField("Premier jour qui ne compte plus ; par défaut, la durée de la convention.").optional(),
    participation: flagSchema("Accord de participation."),
    curveCollection: flagSchema("Relevé de la courbe de charge."),
    supplierTransmission: flagSchema("Transmission au fournisseur."),
    organiserTransmission: flagSchema("Transmission à l’organisateur."),
    name: z.string().optional().describe("Nom du document, quand il est envoyé tel quel."),
  })
  .superRefine((consent, context) => {
    const { kind, participation, curveCollection, supplierTransmission, organiserTransmission } = consent;
    const isAnyGiven = participation || curveCollection || supplierTransmission || organiserTransmission;
    if (kind === "agreement" && !isAnyGiven) {
      context.addIssue({ code: "custom", path: ["participation"], message: "Cochez ce que le participant autorise" });
    }
    if (kind === "tenant_information" && isAnyGiven) {
      context.addIssue({
        code: "custom",
        path: ["kind"],
        message: "Une information n’autorise rien : enregistrez à part ce que le locataire a signé",
      });
    }
  });

/** Whose forms are wanted. */
export const consentFormQuerySchema = z.object({
  participant: z.uuid().optional().describe("Un participant ; par défaut, tous ceux à qui il manque un accord."),
});

/** The proof of whom, and when it was asked for. */
export const consentProofQuerySchema = z.object({
  participant: z.uuid().optional().describe("Un participant ; tous par défaut."),
  requestedOn: dayField("Jour où la demande écrite est arrivée ; aujourd’hui par défaut.").optional(),
});

/** Noted when a withdrawal, or a tenant's objection, arrives. */
export const withdrawalBodySchema = z.object({
  day: apiDaySchema.describe("Jour où le retrait, ou l’opposition, est arrivé."),
  note: z.string().max(500).optional().describe("Comment il est arrivé."),
});

const consentSchema = z.object({
  id: z.uuid(),
  participantId: z.uuid(),
  participantName: z.string(),
  meteringPointId: z.uuid().nullable().describe("null : tous les points de mesure du participant."),
  prm: prmSchema.nullable(),
  kind: z.enum(["agreement", "tenant_information"]),
  givenDay: z.iso.date(),
  expiryDay: z.iso.date().nullable().describe("Premier jour qui ne compte plus ; null : durée de la convention."),
  withdrawnDay: z.iso.date().nullable().describe("Jour du retrait, ou de l’opposition du locataire."),
  participation: z.boolean(),
  curveCollection: z.boolean(),
  supplierTransmission: z.boolean(),
  organiserTransmission: z.boolean(),
  state: z.enum(["valid", "not_yet", "expired", "withdrawn", "objected"]),
  document: z
    .object({ name: z.string(), sha256: z.string() })
    .nullable()
    .describe("Document signé, avec son empreinte ; null s’il n’est pas joint."),
  isHandedInOnline: z.boolean().describe("Le participant l’a remis lui-même, dans son espace."),
});

/** Every consent with its state on a day, and who lacks one. */
export const consentListSchema = apiComponent(
  "ConsentList",
  z.object({
    date: z.iso.date(),
    consents: z.array(consentSchema).describe("Du plus récent au plus ancien."),
    missing: z
      .array(
        z.object({
          participantId: z.uuid(),
          participantName: z.string(),
          meteringPointId: z.uuid(),
          prm: prmSchema,
          neededOn: z.iso.date().describe("Le jour demandé, ou celui de l’entrée du PRM s’il est plus tardif."),
          lacks: z.array(
            z.enum([
              "participation",
              "tenant_information",
              "tenant_objection",
              "curve_collection",
              "organiser_transmission",
            ]),
          ),
        }),
      )
      .describe("Les PRM qui participent, ou vont entrer, sans tout ce que la convention demande."),
  }),
);

/** What was recorded. */
export const recordedConsentSchema = apiComponent("RecordedConsent", z.object({ consent: z.object({ id: z.uuid() }) }));

const OPERATION = "/api/v1/operations/{acc}";
const EXAMPLE = "/api/v1/operations/ACC00000112";
const UNKNOWN = "01a2b3c4-0000-7000-8000-000000000000";
const DOCUMENT_TYPES = ["application/pdf", "image/png", "image/jpeg", "application/octet-stream"];
const UPLOAD_ERRORS: readonly ApiErrorAnswer[] = [
  {
    status: 400,
    codes: ["INVALID_REQUEST", "NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"],
  },
  { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
  { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
];

/** What participants agreed to: read, recorded, proven. */
export const CONSENT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/consents`,
    operationId: "listConsents",
    group: "Périmètre",
    title: "Lire les consentements",
    description: "Les consentements enregistrés, leur état un jour donné, et les PRM à qui il en manque un.",
    scope: "read",
    query: consentListQuerySchema,
    answers: [{ status: 200, description: "Les consentements.", content: { "application/json": consentListSchema } }],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/consents"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/consents`,
    operationId: "recordConsent",
    group: "Périmètre",
    title: "Enregistrer un consentement",
    description:
      "Ce qu’un participant a signé, ou qu’un locataire HLM a été informé. Le document signé (PDF, PNG ou JPEG, 10 Mo au plus) est le corps de l’envoi, en formulaire ou tel quel ; sans corps, il reste à joindre.",
    scope: "write",
    query: newConsentQuerySchema,
    body: { kind: "files", rawTypes: DOCUMENT_TYPES },
    answers: [
      {
        status: 201,
        description: "Enregistré.",
        content: { "application/json": recordedConsentSchema },
      },
    ],
    errors: [
      ...UPLOAD_ERRORS,
      { status: 422, codes: ["UNKNOWN_CONSENT_HOLDER", "DATA_ERASED", "INVALID_CONSENT_DAYS", "UNREADABLE_DOCUMENT"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -F "file=@accord.pdf" \\
  "$PRORATA${EXAMPLE}/consents?participantId=${UNKNOWN}&kind=agreement&givenDay=2026-03-01&participation=true&curveCollection=true&organiserTransmission=true"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/consents/form`,
    operationId: "buildConsentForms",
    group: "Périmètre",
    title: "Formulaires à signer",
    description:
      "Le formulaire de l’annexe 4, rempli de ce que le registre connaît : pour un participant, ou pour tous ceux à qui il manque un accord, en un PDF (les 200 premiers par ordre alphabétique). 404 quand il n’y a personne.",
    scope: "read",
    query: consentFormQuerySchema,
    answers: [{ status: 200, description: "Le PDF.", content: { "application/pdf": "text" } }],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/consents/form"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/consents/proof`,
    operationId: "buildConsentProof",
    group: "Périmètre",
    title: "Justificatif des consentements",
    description:
      "Une archive : les documents signés et un récapitulatif en PDF (qui, quel PRM, quoi, quand, empreinte, état au jour de la demande, échéance de 10 jours ouvrés), pour qui peut écrire. 200 Mo de documents au plus.",
    scope: "write",
    query: consentProofQuerySchema,
    answers: [{ status: 200, description: "L’archive.", content: { "application/zip": "text" } }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["PROOF_TOO_LARGE"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/consents/proof?requestedOn=2027-03-01"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/consents/{id}/document`,
    operationId: "readConsentDocument",
    group: "Périmètre",
    title: "Télécharger un document signé",
    description:
      "Le document d’un consentement, tel qu’il a été reçu. Il porte une signature : seul qui peut écrire le lit.",
    scope: "write",
    answers: [
      {
        status: 200,
        description: "Le document.",
        content: { "application/pdf": "text", "image/png": "text", "image/jpeg": "text" },
      },
    ],
    errors: [{ status: 410, codes: ["FILE_PURGED"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/consents/${UNKNOWN}/document"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/consents/{id}/document`,
    operationId: "joinConsentDocument",
    group: "Périmètre",
    title: "Joindre un document signé",
    description:
      "Joint le document (PDF, PNG ou JPEG, 10 Mo au plus) d’un consentement enregistré sans lui. Un document joint ne se remplace pas.",
    scope: "write",
    body: { kind: "files", rawTypes: DOCUMENT_TYPES },
    answers: [{ status: 201, description: "Joint.", content: { "application/json": recordedConsentSchema } }],
    errors: [...UPLOAD_ERRORS, { status: 422, codes: ["CONSENT_NOT_OPEN", "DATA_ERASED", "UNREADABLE_DOCUMENT"] }],
    curl: `curl -H "Authorization: Bearer $CLE" -F "file=@accord.pdf" "$PRORATA${EXAMPLE}/consents/${UNKNOWN}/document"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/consents/{id}/withdrawal`,
    operationId: "withdrawConsent",
    group: "Périmètre",
    title: "Noter un retrait",
    description:
      "Le participant retire son consentement, ou le locataire s’oppose : il ne vaut plus à partir de ce jour, ni ce qui avait été donné avant pour les mêmes PRM. La sortie du PRM reste à demander.",
    scope: "write",
    body: { kind: "json", schema: withdrawalBodySchema, example: { day: "2026-04-01" } },
    answers: [{ status: 200, description: "Noté.", content: { "application/json": recordedConsentSchema } }],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["CONSENT_NOT_OPEN", "INVALID_CONSENT_DAYS"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "day": "2026-04-01" }' \\
  "$PRORATA${EXAMPLE}/consents/${UNKNOWN}/withdrawal"`,
  },
];
