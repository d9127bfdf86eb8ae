import * as z from "zod";
import { importAnswersSchema } from "@/lib/schemas/import-answers";
import type { ApiRoute } from "./api-route";
import {
  importChangesSchema,
  measureImportListSchema,
  measureImportSchema,
  submittedImportSchema,
  undoneImportSchema,
} from "./measure-import";
import { measuredSeriesQuerySchema, measuredSeriesSchema } from "./measured-series";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";
import { suspicionListSchema } from "./suspicion";

/** Files of measures, sent and followed. */
export const MEASURE_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: `${OPERATION}/measures`,
    operationId: "submitMeasures",
    group: "Mesures",
    title: "Envoyer des mesures",
    description:
      "Importe des fichiers de mesures, mélangés s’il le faut : courbes, énergies, détails de producteur et synthèse de l’annexe 6, historiques SGE, R63, et le JSON des énergies définitives de l’interface du gestionnaire. En entier ou pas du tout : une seule erreur, ou une seule question sans réponse (report.questions), et rien n’est enregistré. Avec hold=true, l’envoi est lu, montré, et attend d’être confirmé. Envoyez un formulaire avec un ou plusieurs fichiers, quel que soit le nom du champ, ou un seul fichier tel quel, nommé par l’en-tête Content-Disposition ou par ?name=. Un fichier déjà importé est reconnu : le renvoyer ne change rien. Limites : 100 Mo par envoi, 50 Mo par fichier, 2 000 fichiers ; une archive .zip compte pour un fichier et peut en contenir 20 000, 500 Mo en tout. Au-delà de 16 Mo l’import se fait en arrière-plan.",
    scope: "write",
    isOpenToMeasures: true,
    query: z.object({
      name: z.string().optional().describe("Nom du fichier, quand il est envoyé tel quel."),
      hold: z.enum(["true", "false"]).optional().describe("true : montrer avant d’enregistrer."),
    }),
    body: { kind: "files", rawTypes: ["text/csv", "text/plain", "application/zip", "application/octet-stream"] },
    answers: [
      { status: 201, description: "Enregistré.", content: json(submittedImportSchema), hasLocation: true },
      {
        status: 200,
        description: "Rien n’a changé : tout était déjà là.",
        content: json(submittedImportSchema),
        hasLocation: true,
      },
      {
        status: 202,
        description: "Mis en attente, ou à confirmer (hold) ; Location donne l’adresse où suivre l’import.",
        content: json(submittedImportSchema),
        hasLocation: true,
      },
    ],
    errors: [
      { status: 400, codes: ["NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
      { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
      { status: 422, codes: ["IMPORT_REFUSED"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" \\
  -F "files=@30001234567890_01042026_30042026_Conso_CDC.csv" \\
  "$PRORATA${EXAMPLE}/measures"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/imports`,
    operationId: "listImports",
    group: "Mesures",
    title: "Lister les imports",
    description: "Les 50 derniers imports, du plus récent au plus ancien.",
    scope: "read",
    isOpenToMeasures: true,
    answers: [ok("Les imports.", measureImportListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/imports`),
  },
  {
    method: "GET",
    path: `${OPERATION}/imports/{id}`,
    operationId: "readImport",
    group: "Mesures",
    title: "Suivre un import",
    description: "Où en est un import : fichiers traités, fichiers à traiter, puis le rapport fichier par fichier.",
    scope: "read",
    isOpenToMeasures: true,
    answers: [ok("L’import.", measureImportSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/imports/01a2b3c4-0000-7000-8000-000000000000`),
  },
  {
    method: "GET",
    path: `${OPERATION}/suspicions`,
    operationId: "listSuspicions",
    group: "Mesures",
    title: "Lister les mesures à vérifier",
    description:
      "Ce qui est suspect dans les courbes telles qu’elles ont été mesurées, du jour le plus récent au plus ancien, et ce qui en a été dit. La recherche suit chaque import de quelques secondes.",
    scope: "read",
    answers: [ok("Les mesures à vérifier, et les vérifiées.", suspicionListSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/suspicions`),
  },
  {
    method: "POST",
    path: `${OPERATION}/imports/{id}/confirm`,
    operationId: "confirmImport",
    group: "Mesures",
    title: "Confirmer un import",
    description:
      "Enregistre un import qui attend, après les réponses données. S’il reste une erreur ou une question, rien n’est enregistré et il attend encore : details.report dit lesquelles. Les mots et les identifiants expliqués le restent pour les imports suivants.",
    scope: "write",
    isOpenToMeasures: true,
    body: {
      kind: "json",
      schema: importAnswersSchema,
      example: { replies: { "type:machin": "withdrawal", "point:01111111111111": "30001234567890" } },
    },
    answers: [
      { status: 200, description: "Enregistré.", content: json(measureImportSchema) },
      { status: 202, description: "Mis en attente.", content: json(measureImportSchema) },
    ],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["IMPORT_INCOMPLETE", "IMPORT_NOT_WAITING", "IMPORT_REFUSED"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "replies": { "type:machin": "withdrawal" } }' \\
  "$PRORATA${EXAMPLE}/imports/01a2b3c4-0000-7000-8000-000000000000/confirm"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/imports/{id}/cancel`,
    operationId: "cancelImport",
    group: "Mesures",
    title: "Abandonner un import",
    description: "Renonce à un import qui attend d’être confirmé. Ses fichiers restent gardés. Corps : {}.",
    scope: "write",
    isOpenToMeasures: true,
    body: { kind: "json", schema: z.object({}), example: {} },
    answers: [{ status: 200, description: "Abandonné.", content: json(measureImportSchema) }],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["IMPORT_NOT_WAITING"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' \\
  "$PRORATA${EXAMPLE}/imports/01a2b3c4-0000-7000-8000-000000000000/cancel"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/imports/{id}/undo`,
    operationId: "undoImport",
    group: "Mesures",
    title: "Annuler un import",
    description:
      "Remet ce qui valait avant un import, comme une nouvelle version : rien n’est effacé. Refusé si un import plus récent a changé depuis les mêmes jours. Corps : {}.",
    scope: "write",
    body: { kind: "json", schema: z.object({}), example: {} },
    answers: [{ status: 201, description: "Annulé.", content: json(undoneImportSchema), hasLocation: true }],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      { status: 422, codes: ["NOT_IMPORTED", "UNDO_OF_UNDO", "ALREADY_UNDONE", "CHANGED_SINCE"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" -d '{}' \\
  "$PRORATA${EXAMPLE}/imports/01a2b3c4-0000-7000-8000-000000000000/undo"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/imports/{id}/changes`,
    operationId: "readImportChanges",
    group: "Mesures",
    title: "Lire ce qu’un import a corrigé",
    description: "Jour par jour et PRM par PRM : l’énergie avant, après, et la différence.",
    scope: "read",
    answers: [ok("Les jours corrigés.", importChangesSchema)],
    errors: [],
    curl: get(`${EXAMPLE}/imports/01a2b3c4-0000-7000-8000-000000000000/changes`),
  },
  {
    method: "GET",
    path: `${OPERATION}/imports/{id}/files/{position}`,
    operationId: "readImportFile",
    group: "Mesures",
    title: "Reprendre un fichier d’un import",
    description: "Le fichier tel qu’il a été reçu, par son rang dans l’envoi, à partir de 0.",
    scope: "read",
    answers: [{ status: 200, description: "Le fichier.", content: { "application/octet-stream": "text" } }],
    errors: [],
    curl: get(`${EXAMPLE}/imports/01a2b3c4-0000-7000-8000-000000000000/files/0`),
  },
  {
    method: "GET",
    path: `${OPERATION}/metering-points/{prm}/series`,
    operationId: "readMeasuredSeries",
    group: "Mesures",
    title: "Lire une courbe",
    description:
      "La courbe d’un PRM telle qu’elle a été mesurée, sans correction : ce qui manque vaut null. Une réponse couvre 100 jours au plus ; nextFrom et l’en-tête Link donnent la suite. ETag ne change que si une valeur change : renvoyé dans If-None-Match, il vaut 304 et rien n’est relu.",
    scope: "read",
    query: measuredSeriesQuerySchema,
    answers: [
      {
        status: 200,
        description: "La courbe.",
        content: { "application/json": measuredSeriesSchema, "text/csv": "text" },
      },
      { status: 304, description: "Rien n’a changé depuis cet ETag.", content: {} },
    ],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: get(
      `${EXAMPLE}/metering-points/30001234567890/series?quantity=withdrawal&from=2026-04-01&to=2026-05-01&step=60`,
    ),
  },
];
