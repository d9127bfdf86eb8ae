import type { ApiRoute } from "./api-route";
import {
  climatePlanSchema,
  importReferentialQuerySchema,
  putClimateNotesSchema,
  putClimateStatusesSchema,
  referentialImportSchema,
} from "./climate-plan";
import { get, ok } from "./route-parts";

const PLAN = "/api/v1/collectivities/{collectivity}/climate-plan";
const EXAMPLE = "/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/climate-plan";
const GROUP = "Plan climat";

/** The climate plan of a collectivity, for machines. */
export const CLIMATE_PLAN_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: PLAN,
    operationId: "readClimatePlan",
    group: GROUP,
    title: "Lire le plan climat",
    description: "Les réponses de la collectivité et le score de chaque action, recalculés à chaque lecture.",
    scope: "read",
    answers: [ok("Le plan.", climatePlanSchema)],
    errors: [{ status: 404, codes: ["NOT_FOUND"] }],
    curl: get(EXAMPLE),
  },
  {
    method: "PUT",
    path: `${PLAN}/statuses`,
    operationId: "putClimateStatuses",
    group: GROUP,
    title: "Répondre pour des actions",
    description:
      "Tout ou rien. Répondre pour une tâche fait passer la réponse de sa sous-action à « unfilled », sauf si elle est dans le même envoi. Chaque réponse est une version, avec son auteur.",
    scope: "write",
    body: {
      kind: "json",
      schema: putClimateStatusesSchema,
      example: { statuses: { "cae_3.1.1.5.2": { status: "done" }, "cae_3.1.1.5.3": null } },
    },
    answers: [ok("Le plan, après.", climatePlanSchema)],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 404, codes: ["NOT_FOUND"] },
      { status: 409, codes: ["PLAN_UNDER_AUDIT", "PLAN_AUDITED"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["NUMBER_TOO_LARGE", "UNKNOWN_NODE", "STATUS_ABOVE_SUB_ACTION", "INVALID_DETAIL"] },
    ],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "statuses": { "cae_3.1.1.5.2": { "status": "detailed", "detail": [0.5, 0.3, 0.2] } } }' \\
  "$PRORATA${EXAMPLE}/statuses"`,
  },
  {
    method: "PUT",
    path: `${PLAN}/notes`,
    operationId: "putClimateNotes",
    group: GROUP,
    title: "Expliquer des actions",
    description:
      "Explication, raison de « non concerné », pilote et échéance. Tout ou rien ; un champ absent garde sa valeur. Chaque changement est une version, avec son auteur. Une explication peut nommer des personnes : n’y écrivez que le nécessaire.",
    scope: "write",
    body: {
      kind: "json",
      schema: putClimateNotesSchema,
      example: {
        notes: {
          "cae_3.1.1.5.2": {
            explanation: "Trois toitures partagées depuis 2025.",
            pilot: { kind: "service", name: "Service énergie" },
            dueDay: "2027-06-30",
          },
        },
      },
    },
    answers: [ok("Le plan, après.", climatePlanSchema)],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 404, codes: ["NOT_FOUND"] },
      { status: 409, codes: ["PLAN_UNDER_AUDIT", "PLAN_AUDITED"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["NUMBER_TOO_LARGE", "UNKNOWN_NODE", "STATUS_ABOVE_SUB_ACTION", "UNKNOWN_PILOT"] },
    ],
    curl: `curl -X PUT -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "notes": { "cae_3.1.1.5.2": { "dueDay": "2027-06-30", "pilot": { "kind": "service", "name": "Service énergie" } } } }' \\
  "$PRORATA${EXAMPLE}/notes"`,
  },
  {
    method: "POST",
    path: `${PLAN}/referential`,
    operationId: "importReferential",
    group: GROUP,
    title: "Importer le texte du référentiel",
    description:
      "Fichiers markdown de l’une ou l’autre génération, un seul, plusieurs ou dans une archive .zip. Ils prennent la place du référentiel ; les réponses sont gardées par identifiant. Avec une seule erreur, rien n’est enregistré, et chacune est dite avec son fichier et sa ligne.",
    scope: "write",
    query: importReferentialQuerySchema,
    body: { kind: "files", rawTypes: ["text/markdown", "text/plain", "application/zip", "application/octet-stream"] },
    answers: [ok("Ce que l’import a fait, ou ferait.", referentialImportSchema)],
    errors: [
      {
        status: 400,
        codes: ["INVALID_REQUEST", "NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"],
      },
      { status: 404, codes: ["NOT_FOUND"] },
      { status: 409, codes: ["PLAN_UNDER_AUDIT", "PLAN_AUDITED"] },
      { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
      { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
      { status: 422, codes: ["REFERENTIAL_REFUSED"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -F "fichier=@cae.zip" "$PRORATA${EXAMPLE}/referential?dryRun=true"`,
  },
];
