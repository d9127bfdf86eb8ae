import type { ApiRoute } from "./api-route";
import { listPageQuerySchema } from "./list-page";
import { newRequestBodySchema, requestAnswerSchema, requestListSchema, requestMoveBodySchema } from "./requests";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";

const GROUP = "Demandes au gestionnaire";
const ID = "01a2b3c4-0000-7000-8000-000000000000";

const BODY_ERRORS = [
  { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
  { status: 413, codes: ["BODY_TOO_LARGE"] },
];

/** What the organiser asks of the operator, and what becomes of it. */
export const REQUEST_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/requests`,
    operationId: "listRequests",
    group: GROUP,
    title: "Lister les demandes",
    description:
      "Les demandes de l’opération, de la plus récente à la plus ancienne, avec leur historique. Par pages, que « next » enchaîne. Qui ne peut pas écrire n’en lit ni le motif, ni ce que le gestionnaire a répondu, ni les PRM des particuliers.",
    scope: "read",
    query: listPageQuerySchema,
    answers: [ok("Les demandes.", requestListSchema)],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(`${EXAMPLE}/requests`),
  },
  {
    method: "POST",
    path: `${OPERATION}/requests`,
    operationId: "writeRequest",
    group: GROUP,
    title: "Rédiger une demande",
    description: "Un brouillon : rien ne part et rien ne change.",
    scope: "write",
    body: {
      kind: "json",
      schema: newRequestBodySchema,
      example: {
        kind: "perimeter",
        wantedDay: "2026-09-01",
        lines: [{ prm: "30001234567890", role: "consumer", move: "entry" }],
        coefficients: { kind: "static", ppm: { "30001234567890": 250_000, "30009876543210": 750_000 } },
      },
    },
    answers: [{ status: 201, description: "La demande.", content: json(requestAnswerSchema), hasLocation: true }],
    errors: [
      ...BODY_ERRORS,
      {
        status: 422,
        codes: ["BEFORE_START", "UNKNOWN_METERING_POINT", "REQUEST_WITHOUT_MOVE", "COEFFICIENTS_ABOVE_ONE"],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "kind": "termination", "wantedDay": "2027-01-01" }' \\
  "$PRORATA${EXAMPLE}/requests"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/requests/{id}`,
    operationId: "readRequest",
    group: GROUP,
    title: "Lire une demande",
    description: "Ce qu’elle demande, où elle en est, ce qui s’est passé et les fichiers envoyés.",
    scope: "read",
    answers: [ok("La demande.", requestAnswerSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/requests/${ID}`),
  },
  {
    method: "POST",
    path: `${OPERATION}/requests/{id}/moves`,
    operationId: "moveRequest",
    group: GROUP,
    title: "Faire avancer une demande",
    description:
      "Préparée, envoyée, acceptée avec une date d’effet, en anomalie, ou retirée. Acceptée, elle s’applique d’elle-même au jour de l’effet.",
    scope: "write",
    body: {
      kind: "json",
      schema: requestMoveBodySchema,
      example: { move: "accept", day: "2026-08-14", effectDay: "2026-09-01" },
    },
    answers: [ok("La demande.", requestAnswerSchema)],
    errors: [
      ...BODY_ERRORS,
      {
        status: 422,
        codes: [
          "UNKNOWN_REQUEST",
          "REQUEST_MOVE_REFUSED",
          "REQUEST_DAY_REFUSED",
          "REQUEST_NOTICE_TOO_SHORT",
          "REQUEST_NOT_PREPARED",
          "REQUEST_FAULTY",
          "UNKNOWN_METERING_POINT",
          "NO_ACC_NUMBER",
          "DAY_IN_FUTURE",
          "PRM_IN_OTHER_OPERATION",
          "DATA_ERASED",
          "KEY_MOVE_REFUSED",
        ],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "move": "accept", "day": "2026-08-14", "effectDay": "2026-09-01" }' \\
  "$PRORATA${EXAMPLE}/requests/${ID}/moves"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/requests/{id}/files/{file}`,
    operationId: "downloadRequestFile",
    group: GROUP,
    title: "Télécharger un fichier d’une demande",
    description: "L’annexe 2 ou la lettre, préparée ou telle qu’elle est partie. Réservé à qui peut écrire.",
    scope: "write",
    answers: [
      {
        status: 200,
        description: "Le fichier.",
        content: {
          "application/pdf": "text",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "text",
        },
      },
    ],
    errors: [{ status: 410, codes: ["FILE_PURGED"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA${EXAMPLE}/requests/${ID}/files/${ID}"`,
  },
];
