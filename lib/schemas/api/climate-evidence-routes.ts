import type { ApiErrorAnswer, ApiRoute } from "./api-route";
import {
  climateEvidenceSchema,
  copyEvidenceBodySchema,
  joinDocumentQuerySchema,
  joinedEvidenceSchema,
  joinLinkBodySchema,
  refreshedFiguresSchema,
  renameEvidenceBodySchema,
} from "./climate-evidence";
import { emptyBodySchema } from "./empty-body";
import { get, json, ok } from "./route-parts";

const PLAN = "/api/v1/collectivities/{collectivity}/climate-plan";
const EXAMPLE = "/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/climate-plan";
const PROOF = `${EXAMPLE}/evidence/01a2b3c4-0000-7000-8000-000000000001`;
const GROUP = "Plan climat";

const NOT_FOUND: ApiErrorAnswer = { status: 404, codes: ["NOT_FOUND"] };
const UNDER_AUDIT: ApiErrorAnswer = { status: 409, codes: ["PLAN_UNDER_AUDIT", "PLAN_AUDITED"] };
const JSON_ERRORS: readonly ApiErrorAnswer[] = [
  { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
  NOT_FOUND,
  UNDER_AUDIT,
  { status: 413, codes: ["BODY_TOO_LARGE"] },
];
const ACTION_CODES = ["UNKNOWN_NODE", "STATUS_ABOVE_SUB_ACTION"];

const post = (path: string, body: string) =>
  `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '${body}' \\
  "$PRORATA${path}"`;

/** What proves the actions of a climate plan. */
export const CLIMATE_EVIDENCE_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${PLAN}/evidence`,
    operationId: "listClimateEvidence",
    group: GROUP,
    title: "Lister les preuves",
    description:
      "Les documents et les liens joints aux actions, et les derniers chiffres que chaque opération de la collectivité leur apporte, avec leur date.",
    scope: "read",
    answers: [ok("Les preuves.", climateEvidenceSchema)],
    errors: [NOT_FOUND],
    curl: get(`${EXAMPLE}/evidence`),
  },
  {
    method: "POST",
    path: `${PLAN}/evidence`,
    operationId: "joinClimateDocument",
    group: GROUP,
    title: "Joindre un document",
    description:
      "Un document de 20 Mo au plus (PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV, texte ; sans macros), joint à une ou plusieurs actions. Il est gardé une fois, quoi qu’il prouve. Dans un formulaire, nodes, title, day et note sont des champs à côté du fichier ; dans l’adresse, quand le corps est le document lui-même.",
    scope: "write",
    query: joinDocumentQuerySchema,
    body: {
      kind: "files",
      rawTypes: ["application/pdf", "image/png", "image/jpeg", "text/csv", "text/plain", "application/octet-stream"],
    },
    answers: [{ status: 201, description: "Joint.", content: json(joinedEvidenceSchema) }],
    errors: [
      {
        status: 400,
        codes: ["INVALID_REQUEST", "NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"],
      },
      NOT_FOUND,
      UNDER_AUDIT,
      { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
      { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
      { status: 422, codes: ["UNREADABLE_EVIDENCE", ...ACTION_CODES] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -F "file=@deliberation.pdf" \\
  -F nodes=cae_3.1.1.5.2 -F "title=Délibération" -F day=2026-03-12 "$PRORATA${EXAMPLE}/evidence"`,
  },
  {
    method: "POST",
    path: `${PLAN}/evidence/links`,
    operationId: "joinClimateLink",
    group: GROUP,
    title: "Joindre un lien",
    description: "Une adresse en https, jointe à une ou plusieurs actions. Rien n’y est lu.",
    scope: "write",
    body: {
      kind: "json",
      schema: joinLinkBodySchema,
      example: {
        nodes: ["cae_3.1.1.5.2"],
        title: "Délibération du conseil",
        url: "https://www.exemple.fr/deliberation.pdf",
      },
    },
    answers: [{ status: 201, description: "Joint.", content: json(joinedEvidenceSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["NUMBER_TOO_LARGE", ...ACTION_CODES] }],
    curl: post(
      `${EXAMPLE}/evidence/links`,
      '{ "nodes": ["cae_3.1.1.5.2"], "title": "Délibération", "url": "https://www.exemple.fr/deliberation.pdf" }',
    ),
  },
  {
    method: "PUT",
    path: `${PLAN}/evidence/{id}`,
    operationId: "renameClimateEvidence",
    group: GROUP,
    title: "Renommer une preuve",
    description: "Son titre, son jour et sa note ; ce qui en était dit avant reste dans l’historique.",
    scope: "write",
    body: {
      kind: "json",
      schema: renameEvidenceBodySchema,
      example: { title: "Délibération du 12 mars", day: "2026-03-12" },
    },
    answers: [ok("Les preuves, après.", climateEvidenceSchema)],
    errors: [...JSON_ERRORS, { status: 422, codes: ["NUMBER_TOO_LARGE", "UNKNOWN_EVIDENCE"] }],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "title": "Délibération du 12 mars" }' \\
  "$PRORATA${PROOF}"`,
  },
  {
    method: "POST",
    path: `${PLAN}/evidence/{id}/copies`,
    operationId: "copyClimateEvidence",
    group: GROUP,
    title: "Joindre une preuve à une autre action",
    description: "La même preuve montre aussi une autre action ; son document n’est pas gardé deux fois.",
    scope: "write",
    body: { kind: "json", schema: copyEvidenceBodySchema, example: { nodeId: "cae_3.1.1.1.2" } },
    answers: [{ status: 201, description: "Jointe.", content: json(joinedEvidenceSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["NUMBER_TOO_LARGE", "UNKNOWN_EVIDENCE", ...ACTION_CODES] }],
    curl: post(`${PROOF}/copies`, '{ "nodeId": "cae_3.1.1.1.2" }'),
  },
  {
    method: "POST",
    path: `${PLAN}/evidence/{id}/removal`,
    operationId: "removeClimateEvidence",
    group: GROUP,
    title: "Retirer une preuve",
    description: "Elle n’est plus jointe à son action ; l’historique et les instantanés la gardent.",
    scope: "write",
    body: { kind: "json", schema: emptyBodySchema, example: {} },
    answers: [ok("Les preuves, après.", climateEvidenceSchema)],
    errors: [...JSON_ERRORS, { status: 422, codes: ["NUMBER_TOO_LARGE", "UNKNOWN_EVIDENCE"] }],
    curl: post(`${PROOF}/removal`, "{}"),
  },
  {
    method: "GET",
    path: `${PLAN}/evidence/{id}/document`,
    operationId: "readClimateDocument",
    group: GROUP,
    title: "Télécharger un document",
    description: "Le document d’une preuve, tel qu’il a été reçu, même si elle a été retirée depuis.",
    scope: "read",
    answers: [
      {
        status: 200,
        description: "Le document.",
        content: { "application/pdf": "text", "application/octet-stream": "text" },
      },
    ],
    errors: [NOT_FOUND, { status: 410, codes: ["FILE_PURGED"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${PROOF}/document"`,
  },
  {
    method: "POST",
    path: `${PLAN}/figures`,
    operationId: "refreshClimateFigures",
    group: GROUP,
    title: "Rafraîchir les chiffres des opérations",
    description:
      "Relit ce que les opérations de la collectivité prouvent aujourd’hui des actions 3.1.1.5.2, 3.1.1.1.2 et 3.1.1.3.2, à partir de ce qui est enregistré. Les chiffres précédents restent.",
    scope: "write",
    body: { kind: "json", schema: emptyBodySchema, example: {} },
    answers: [{ status: 201, description: "Rafraîchis.", content: json(refreshedFiguresSchema) }],
    errors: [...JSON_ERRORS, { status: 422, codes: ["NUMBER_TOO_LARGE"] }],
    curl: post(`${EXAMPLE}/figures`, "{}"),
  },
];
