import * as z from "zod";
import type { ApiRoute } from "./api-route";
import { measureImportListSchema, measureImportSchema, submittedImportSchema } from "./measure-import";
import { measuredSeriesQuerySchema, measuredSeriesSchema } from "./measured-series";
import { EXAMPLE, get, json, OPERATION, ok } from "./route-parts";
import { suspicionListSchema } from "./suspicion";

/** Curves and figures: sent, followed, read. */
export const MEASURE_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: `${OPERATION}/measures`,
    operationId: "submitMeasures",
    group: "Mesures",
    title: "Envoyer des courbes",
    description:
      "Importe des courbes de charge, en entier ou pas du tout : une seule erreur et rien n’est enregistré. Envoyez un formulaire avec un ou plusieurs fichiers, quel que soit le nom du champ, ou un seul fichier tel quel, nommé par l’en-tête Content-Disposition ou par ?name=. Un fichier déjà importé est reconnu : le renvoyer ne change rien. Limites : 100 Mo par envoi, 50 Mo par fichier, 2 000 fichiers ; une archive .zip compte pour un fichier et peut en contenir 20 000, 500 Mo en tout. Au-delà de 8 Mo l’import se fait en arrière-plan.",
    scope: "write",
    query: z.object({ name: z.string().optional().describe("Nom du fichier, quand il est envoyé tel quel.") }),
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
        description: "Mis en attente ; Location donne l’adresse où suivre l’import.",
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
