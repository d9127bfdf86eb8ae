import * as z from "zod";
import { apiDaySchema, prmSchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, OPERATION } from "./route-parts";

/** Files that can be made from a run. */
export const runFileKindSchema = z.enum([
  "annex-6",
  "summary",
  "perimeter",
  "workbook",
  "totals",
  "curves",
  "surplus",
  "all",
]);

/** Which part of a file is asked for. */
export const runFileQuerySchema = z.object({
  prm: prmSchema
    .optional()
    .describe("annex-6, curves, surplus : seulement ce point de livraison. Sans effet sur les autres fichiers."),
});

/** Which periods' curves are asked for. */
export const runCurvesQuerySchema = z
  .object({
    from: apiDaySchema.describe("Premier jour de la première période."),
    to: apiDaySchema.describe("Premier jour qui n’en est plus : les périodes qui finissent au plus tard ce jour-là."),
    prm: prmSchema.optional().describe("Seulement ce point de livraison."),
  })
  .refine(({ from, to }) => from < to, "to vient après from");

/** Whose statement is asked for. */
export const statementsQuerySchema = z.object({
  participant: z
    .uuid("Identifiant attendu")
    .optional()
    .describe("Un seul participant : un PDF. Par défaut, tous, dans une archive."),
});

/** A run as files. */
export const RUN_FILE_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}/files/{kind}`,
    operationId: "downloadRunFile",
    group: "Calcul d’une période",
    title: "Télécharger un fichier d’un résultat",
    description:
      "Selon {kind} : annex-6, les fichiers que publie le gestionnaire de réseau (courbes en W, énergies en kWh, détail par producteur, périmètre, synthèse), dans une archive ; summary, la synthèse en trois feuilles ; perimeter, la liste des participants ; workbook, un classeur à lire ; totals, une ligne par PRM ; curves, une ligne par pas, PRM et grandeur, non arrondie, pour un programme (virgules, point décimal, instants UTC et heure de Paris) ; surplus, le surplus de chaque producteur ; all, tout cela dans une archive. Arrondis : 1 W et 0,01 kWh, les parties s’additionnent.",
    scope: "read",
    query: runFileQuerySchema,
    answers: [
      {
        status: 200,
        description: "Le fichier.",
        content: {
          "application/zip": "text",
          "text/csv": "text",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "text",
        },
      },
    ],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["NO_ACC_NUMBER"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000/files/annex-6"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/runs/{id}/statements`,
    operationId: "downloadStatements",
    group: "Calcul d’une période",
    title: "Télécharger les relevés des participants",
    description:
      "Le relevé de chaque participant : ce qu’il a consommé, ce que l’opération lui a fourni et d’où cela vient, ce qui reste chez son fournisseur ; pour un producteur, ce qui a été partagé et son surplus. Chacun n’y lit que ses propres chiffres et le nom des producteurs qui lui ont fourni de l’énergie. Ils nomment des personnes : il faut le droit d’écrire. Qui a demandé l’effacement de ses données n’en a pas.",
    scope: "write",
    query: statementsQuerySchema,
    answers: [
      {
        status: 200,
        description: "Le relevé, ou l’archive des relevés.",
        content: { "application/pdf": "text", "application/zip": "text" },
      },
    ],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA${EXAMPLE}/runs/01a2b3c4-0000-7000-8000-000000000000/statements"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/run-curves`,
    operationId: "downloadRunCurves",
    group: "Calcul d’une période",
    title: "Télécharger les courbes de plusieurs périodes",
    description:
      "Le fichier curves de la dernière version de chaque période calculée entre deux jours, à la suite et sous un seul en-tête : une année entière en un appel. Écrit pendant qu’il est lu.",
    scope: "read",
    query: runCurvesQuerySchema,
    answers: [{ status: 200, description: "Les courbes.", content: { "text/csv": "text" } }],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA${EXAMPLE}/run-curves?from=2026-01-01&to=2027-01-01"`,
  },
];
