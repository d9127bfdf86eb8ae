import {
  ANNEX_2_RAW_TYPES,
  annex2AnswerSchema,
  annex2BulkAnswerSchema,
  annex2ExportQuerySchema,
  annex2QuerySchema,
  XLSX_TYPE,
} from "./annex-2";
import type { ApiErrorAnswer, ApiRoute } from "./api-route";
import { meteringPointListSchema } from "./perimeter";
import { perimeterFileAnswerSchema, perimeterFileQuerySchema } from "./perimeter-file";

const OPERATION = "/api/v1/operations/{acc}";
const EXAMPLE = "/api/v1/operations/ACC00000112";

const UPLOAD_ERRORS: readonly ApiErrorAnswer[] = [
  {
    status: 400,
    codes: ["INVALID_REQUEST", "NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"],
  },
  { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
  { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
];

/** Who takes part, read and changed. */
export const PERIMETER_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/metering-points`,
    operationId: "listMeteringPoints",
    group: "Périmètre",
    title: "Lire le périmètre",
    description: "Les PRM de l’opération, avec les jours où chacun compte.",
    scope: "read",
    answers: [{ status: 200, description: "Le périmètre.", content: { "application/json": meteringPointListSchema } }],
    errors: [],
    curl: `curl -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/metering-points"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/annex-2`,
    operationId: "exportAnnex2",
    group: "Périmètre",
    title: "Télécharger l’annexe 2",
    description:
      "Le registre d’un jour, dans le classeur qu’Enedis attend. Ce que le registre ne sait pas y reste vide, à compléter.",
    scope: "read",
    query: annex2ExportQuerySchema,
    answers: [{ status: 200, description: "Le classeur.", content: { [XLSX_TYPE]: "text" } }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["NO_ACC_NUMBER", "UNKNOWN_KEY"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/annex-2?date=2027-03-01"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/annex-2`,
    operationId: "submitAnnex2",
    group: "Périmètre",
    title: "Envoyer une annexe 2",
    description:
      "À la date d’effet, le périmètre et la clé deviennent ceux du classeur, en entier ou pas du tout : qui n’y est plus sort, et ce qui était prévu plus tard est remplacé. Avec dryRun=true, dit ce qui changerait sans rien enregistrer. Envoyez un formulaire avec un fichier, ou le classeur tel quel, nommé par l’en-tête Content-Disposition ou par ?name=. Limite : 10 Mo.",
    scope: "write",
    query: annex2QuerySchema,
    body: { kind: "files", rawTypes: ANNEX_2_RAW_TYPES },
    answers: [
      {
        status: 200,
        description: "Ce qui change, ou changerait.",
        content: { "application/json": annex2AnswerSchema },
      },
    ],
    errors: [...UPLOAD_ERRORS, { status: 422, codes: ["ANNEX_2_REFUSED", "BEFORE_START", "PRM_IN_OTHER_OPERATION"] }],
    curl: `curl -H "Authorization: Bearer $CLE" \\
  -F "file=@ACC00000112_20270215_ANNEXE 2.xlsx" \\
  "$PRORATA${EXAMPLE}/annex-2?effectDate=2027-03-01&dryRun=true"`,
  },
  {
    method: "POST",
    path: "/api/v1/annex-2",
    operationId: "submitAnnexes2",
    group: "Périmètre",
    title: "Envoyer plusieurs annexes 2",
    description:
      "Les annexes 2 de plusieurs opérations, chacune désignée par le numéro ACC du nom de son fichier. Chacune a sa réponse et son statut, ceux de l’envoi d’une seule : le refus de l’une n’arrête pas les autres. Limites : 1 000 fichiers, 10 Mo par fichier, 100 Mo par envoi.",
    scope: "write",
    query: annex2QuerySchema,
    body: { kind: "files", rawTypes: ANNEX_2_RAW_TYPES },
    answers: [
      {
        status: 200,
        description:
          "Une réponse par fichier, dans l’ordre de l’envoi. Son statut peut être un refus, dont UNNAMED_OPERATION (422) quand le nom du fichier ne désigne pas d’opération.",
        content: { "application/json": annex2BulkAnswerSchema },
      },
    ],
    errors: UPLOAD_ERRORS,
    curl: `curl -H "Authorization: Bearer $CLE" \\
  -F "file=@ACC00000112_20270215_ANNEXE 2.xlsx" -F "file=@ACC00000113_20270215_ANNEXE 2.xlsx" \\
  "$PRORATA/api/v1/annex-2?effectDate=2027-03-01"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/perimeter-file`,
    operationId: "comparePerimeterFile",
    group: "Périmètre",
    title: "Comparer le périmètre d’Enedis",
    description:
      "Compare le fichier Perimetre_Participants.csv de l’annexe 6 avec le registre, et dit ce qui diffère. Rien n’est changé ni gardé. Envoyez un formulaire avec un fichier, ou le fichier tel quel, nommé par l’en-tête Content-Disposition ou par ?name=. Limite : 5 Mo.",
    scope: "read",
    query: perimeterFileQuerySchema,
    body: { kind: "files", rawTypes: ["text/csv", "text/plain", "application/octet-stream"] },
    answers: [
      { status: 200, description: "Ce qui diffère.", content: { "application/json": perimeterFileAnswerSchema } },
    ],
    errors: [...UPLOAD_ERRORS, { status: 422, codes: ["PERIMETER_FILE_REFUSED"] }],
    curl: `curl -H "Authorization: Bearer $CLE" \\
  -F "file=@Perimetre_Participants.csv" \\
  "$PRORATA${EXAMPLE}/perimeter-file"`,
  },
];
