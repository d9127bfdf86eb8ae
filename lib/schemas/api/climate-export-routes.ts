import * as z from "zod";
import type { ApiRoute } from "./api-route";

/** What a climate plan is asked to be taken away as. */
export const climateExportQuerySchema = z.object({
  format: z
    .enum(["xlsx", "pdf", "csv"])
    .describe("xlsx : classeur pour l’auditeur ; pdf : synthèse pour le conseil ; csv : tableau des actions."),
  snapshot: z.string().optional().describe("Identifiant d’un instantané ; sans lui, le plan d’aujourd’hui."),
});

/** Files of the climate plan of a collectivity. */
export const CLIMATE_EXPORT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/collectivities/{collectivity}/climate-plan/export",
    operationId: "exportClimatePlan",
    group: "Plan climat",
    title: "Exporter le plan climat",
    description:
      "Le plan d’aujourd’hui ou d’un instantané. Dans le classeur et le tableau, les points ont trois décimales, et sur chaque ligne fait, programmé, pas fait et à renseigner font le potentiel.",
    scope: "read",
    query: climateExportQuerySchema,
    answers: [
      {
        status: 200,
        description: "Le fichier.",
        content: {
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "text",
          "application/pdf": "text",
          "text/csv": "text",
        },
      },
    ],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 404, codes: ["NOT_FOUND"] },
    ],
    curl: `curl -OJ -H "Authorization: Bearer $CLE" \\
  "$PRORATA/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/climate-plan/export?format=xlsx"`,
  },
];
