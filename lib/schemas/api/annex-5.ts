import * as z from "zod";
import { daySchema } from "@/lib/schemas/day";
import { fileProblemSchema } from "./annex-2";
import { apiComponent } from "./api-component";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, OPERATION, ok } from "./route-parts";

/** A body that is one file of coefficients. */
export const ANNEX_5_RAW_TYPES = ["text/plain", "text/csv", "application/octet-stream"] as const;

const fromSchema = daySchema.meta({ description: "Premier jour de la période de calcul.", format: "date" });

/** How a file of coefficients is sent. */
export const annex5QuerySchema = z.object({
  from: fromSchema.optional().describe("Premier jour de la période attendue ; par défaut, celle du nom du fichier."),
  dryRun: z
    .enum(["true", "false"])
    .optional()
    .transform((text) => text === "true")
    .describe("true : dire ce qui ne va pas, sans rien enregistrer. false par défaut."),
  name: z.string().optional().describe("Nom du fichier, quand il est envoyé tel quel."),
});

/** Of which period the operator tells the coefficients. */
export const reportedCoefficientsQuerySchema = z.object({
  from: fromSchema,
  name: z.string().optional().describe("Nom du fichier, quand il est envoyé tel quel."),
});

/** Which file of coefficients is asked for. */
export const annex5ExportQuerySchema = z.object({ from: fromSchema });

const annex5Schema = apiComponent(
  "Annex5",
  z.object({
    status: z
      .enum(["checked", "stored"])
      .describe("checked : vérifié seulement ; stored : enregistré, c’est la clé du mois à envoyer."),
    deliveryId: z.uuid().nullable().describe("Identifiant de la clé du mois enregistrée ; null : rien ne l’est."),
    fileName: z.string(),
    from: apiDaySchema.describe("Premier jour de la période."),
    toExclusive: apiDaySchema.describe("Premier jour qui n’en est plus."),
    rowCount: z.number().int().describe("Lignes lues, une par pas."),
    consumerCount: z.number().int().describe("Consommateurs, un par colonne."),
    problems: z
      .array(fileProblemSchema)
      .describe(
        "Avertissements ; les 20 premiers de chaque sorte. Le code commence par le numéro de la règle : R1 nom, R2 pas, R3 période, R4 en-tête, R5 PRM, R6 lignes, R7 somme, R8 valeurs, R9 écriture.",
      ),
    errorCount: z.number().int(),
    warningCount: z.number().int(),
  }),
);

/** What was read of a file of coefficients. */
export const annex5AnswerSchema = apiComponent("Annex5Answer", z.object({ annex5: annex5Schema }));

const UPLOAD_ERRORS = [
  {
    status: 400,
    codes: ["INVALID_REQUEST", "NO_FILE", "MISSING_FILE_NAME", "MALFORMED_MULTIPART", "INCOMPLETE_BODY"],
  },
  { status: 413, codes: ["BODY_TOO_LARGE", "FILE_TOO_LARGE", "TOO_MANY_FILES"] },
  { status: 415, codes: ["UNSUPPORTED_MEDIA_TYPE"] },
];

/** The dynamic coefficients of a month, as the operator reads them. */
export const ANNEX_5_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/coefficients/annex-5`,
    operationId: "exportAnnex5",
    group: "Coefficients",
    title: "Télécharger l’annexe 5",
    description:
      "La clé du mois d’une période, dans le fichier qu’Enedis attend : une ligne par pas, une colonne par consommateur, en pour cent.",
    scope: "read",
    query: annex5ExportQuerySchema,
    answers: [{ status: 200, description: "Le fichier.", content: { "text/plain": "text" } }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["NO_ACC_NUMBER", "DELIVERY_INCOMPLETE", "DELIVERY_OTHER_PERIMETER"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" "$PRORATA${EXAMPLE}/coefficients/annex-5?from=2027-01-01"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/coefficients/annex-5`,
    operationId: "submitAnnex5",
    group: "Coefficients",
    title: "Envoyer une annexe 5",
    description:
      "Vérifie un fichier de coefficients dynamiques contre la période et le périmètre. Sans faute, il devient la clé du mois, à envoyer à Enedis ; avec une seule, rien n’est enregistré, car Enedis appliquerait la clé par défaut à toute la période (art. 4.4). Avec dryRun=true, rien n’est enregistré. Envoyez un formulaire avec un fichier, ou le fichier tel quel, nommé par l’en-tête Content-Disposition ou par ?name=. Limite : 50 Mo.",
    scope: "write",
    query: annex5QuerySchema,
    body: { kind: "files", rawTypes: ANNEX_5_RAW_TYPES },
    answers: [ok("Le fichier est bon.", annex5AnswerSchema)],
    errors: [
      ...UPLOAD_ERRORS,
      { status: 422, codes: ["ANNEX_5_REFUSED", "UNKNOWN_PERIOD", "NOT_DYNAMIC", "NO_FILE_FOR_FULL_DYNAMIC"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" \\
  -F "file=@ACC00000112_30_01012027_31012027.txt" \\
  "$PRORATA${EXAMPLE}/coefficients/annex-5?dryRun=true"`,
  },
  {
    method: "POST",
    path: `${OPERATION}/coefficients/reported`,
    operationId: "reportCoefficients",
    group: "Coefficients",
    title: "Déposer les coefficients du gestionnaire",
    description:
      "Garde les coefficients que le gestionnaire déclare avoir appliqués à une période (art. 5.2.2.1), dans un fichier au format de l’annexe 5. Ils ne changent aucun calcul : la clé par défaut leur est comparée. Limite : 50 Mo.",
    scope: "write",
    query: reportedCoefficientsQuerySchema,
    body: { kind: "files", rawTypes: ANNEX_5_RAW_TYPES },
    answers: [ok("Le fichier est gardé.", annex5AnswerSchema)],
    errors: [...UPLOAD_ERRORS, { status: 422, codes: ["ANNEX_5_REFUSED", "UNKNOWN_PERIOD"] }],
    curl: `curl -H "Authorization: Bearer $CLE" \\
  -F "file=@ACC00000112_30_01012027_31012027.txt" \\
  "$PRORATA${EXAMPLE}/coefficients/reported?from=2027-01-01"`,
  },
];
