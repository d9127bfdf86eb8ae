import * as z from "zod";
import { apiDaySchema } from "./api-parameters";
import type { ApiRoute } from "./api-route";
import { EXAMPLE, OPERATION } from "./route-parts";

/** Which periods a report tells. */
export const reportQuerySchema = z
  .object({
    from: apiDaySchema.describe("Premier jour : les périodes qui commencent ce jour-là ou après."),
    to: apiDaySchema.describe("Premier jour qui n’en est plus : les périodes qui commencent avant."),
  })
  .refine(({ from, to }) => from < to, "to vient après from");

/** What an operation gave, to be presented. */
export const REPORT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${OPERATION}/report`,
    operationId: "downloadCouncilReport",
    group: "Calcul d’une période",
    title: "Télécharger le rapport au conseil",
    description:
      "Un PDF : une page d’essentiel, puis les mois, les bâtiments, les producteurs, la complétude, les calculs utilisés et les définitions. Fait des résultats calculés des périodes qui commencent entre deux jours. Aucun habitant n’y est nommé.",
    scope: "read",
    query: reportQuerySchema,
    answers: [{ status: 200, description: "Le rapport.", content: { "application/pdf": "text" } }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["NOTHING_SETTLED"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA${EXAMPLE}/report?from=2026-01-01&to=2027-01-01"`,
  },
  {
    method: "GET",
    path: `${OPERATION}/statements`,
    operationId: "downloadRangeStatements",
    group: "Calcul d’une période",
    title: "Télécharger les relevés de plusieurs périodes",
    description:
      "Une archive avec un PDF par participant : une ligne pour chaque période calculée qui commence entre deux jours, et le total. Écrite pendant qu’elle est lue. Ils nomment des personnes : il faut le droit d’écrire.",
    scope: "write",
    query: reportQuerySchema,
    answers: [{ status: 200, description: "L’archive.", content: { "application/zip": "text" } }],
    errors: [{ status: 400, codes: ["INVALID_REQUEST"] }],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA${EXAMPLE}/statements?from=2026-01-01&to=2027-01-01"`,
  },
];
