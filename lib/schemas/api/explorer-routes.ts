import { XLSX_TYPE } from "./annex-2";
import type { ApiRoute } from "./api-route";
import { explorerQuerySchema, explorerSchema } from "./explorer";

/** The explorer of curves: what a screen draws and a spreadsheet opens. */
export const EXPLORER_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/api/v1/operations/{acc}/explorer",
    operationId: "exploreCurves",
    group: "Mesures",
    title: "Explorer des courbes",
    description:
      "Les courbes telles qu’elles comptent (mesurées, corrigées selon la convention, saisies), d’un PRM, d’un participant, de tous les consommateurs ou de tous les producteurs. En JSON, résumées à 1 500 points par courbe au plus, avec leurs extrêmes. En CSV et XLSX, pas à pas, à l’heure de Paris avec son décalage, énergie en kWh et origine ; une case vide est une valeur manquante. Un point de mesure à la fois consommateur et producteur donne deux courbes.",
    scope: "read",
    query: explorerQuerySchema,
    answers: [
      {
        status: 200,
        description: "Les courbes.",
        content: {
          "application/json": explorerSchema,
          "text/csv": "text",
          [XLSX_TYPE]: "text",
        },
      },
    ],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 422, codes: ["TOO_MANY_VALUES"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" "$PRORATA/api/v1/operations/ACC00000112/explorer?curves=consumers,producers&from=2026-04-01&to=2026-05-01&grain=day"`,
  },
];
