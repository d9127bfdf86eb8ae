import * as z from "zod";
import { labelRequestQuerySchema } from "@/lib/schemas/climate-audit";
import { apiComponent } from "./api-component";
import type { ApiRoute } from "./api-route";
import { get, json, ok } from "./route-parts";

const PLAN = "/api/v1/collectivities/{collectivity}/climate-plan";
const EXAMPLE = "/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/climate-plan";
const GROUP = "Plan climat";

const instantSchema = z.iso.datetime().nullable();

/** Where the request for a star stands, and those before it. */
export const climateAuditListSchema = apiComponent(
  "ClimateAuditList",
  z.object({
    state: z
      .enum(["not_requested", "requested", "audit_under_way", "audit_validated"])
      .describe("Pendant l’audit seul l’auditeur écrit dans le plan ; une fois validé, personne."),
    audits: z.array(
      z.object({
        id: z.uuid(),
        star: z.number().int().min(1).max(5),
        hasObjectivesContract: z.boolean(),
        fileName: z.string().nullable().describe("Demande signée ; null sans fichier."),
        requestedAt: z.iso.datetime(),
        auditorName: z.string().nullable(),
        startedAt: instantSchema,
        startSnapshotId: z.uuid().nullable().describe("Le plan tel que l’auditeur l’a trouvé."),
        validatedAt: instantSchema,
        validationSnapshotId: z.uuid().nullable().describe("Le plan tel qu’il l’a laissé."),
        closedAt: instantSchema,
        closeReason: z.string().nullable(),
      }),
    ),
  }),
);

/** What was made. */
export const createdAuditSchema = apiComponent("CreatedClimateAudit", z.object({ audit: z.object({ id: z.uuid() }) }));

const RAW_TYPES = ["application/pdf", "image/png", "image/jpeg", "application/octet-stream"];

/** Requests for a star and their audits, for machines. */
export const CLIMATE_AUDIT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${PLAN}/audits`,
    operationId: "listClimateAudits",
    group: GROUP,
    title: "Suivre les demandes d’étoile et les audits",
    description: "Où en est la demande, et celles d’avant. L’audit commence, se valide et se clôt à l’écran.",
    scope: "read",
    answers: [ok("Les demandes.", climateAuditListSchema)],
    errors: [{ status: 404, codes: ["NOT_FOUND"] }],
    curl: get(`${EXAMPLE}/audits`),
  },
  {
    method: "POST",
    path: `${PLAN}/audits`,
    operationId: "requestLabel",
    group: GROUP,
    title: "Demander une étoile",
    description:
      "Avec la demande signée (PDF, PNG ou JPEG, 10 Mo au plus). Refusée tant que le plan n’est pas complet, que le score ne suffit pas ou qu’un critère n’est pas rempli : la raison est dite.",
    scope: "write",
    query: labelRequestQuerySchema,
    body: { kind: "files", rawTypes: RAW_TYPES },
    answers: [{ status: 201, description: "Demandée.", content: json(createdAuditSchema) }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"] },
      { status: 404, codes: ["NOT_FOUND"] },
      { status: 409, codes: ["AUDIT_STEP_REFUSED"] },
      { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
      { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
      { status: 422, codes: ["LABEL_REQUEST_REFUSED", "UNREADABLE_DOCUMENT"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -F "fichier=@demande-signee.pdf" "$PRORATA${EXAMPLE}/audits?star=2"`,
  },
  {
    method: "GET",
    path: `${PLAN}/audits/{id}/request`,
    operationId: "readLabelRequest",
    group: GROUP,
    title: "Télécharger une demande signée",
    description: "Le fichier tel qu’il a été reçu.",
    scope: "read",
    answers: [{ status: 200, description: "Le fichier.", content: { "application/octet-stream": "text" } }],
    errors: [{ status: 404, codes: ["NOT_FOUND"] }],
    curl: get(`${EXAMPLE}/audits/01a2b3c4-0000-7000-8000-000000000001/request`),
  },
];
