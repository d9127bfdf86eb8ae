import type * as z from "zod";
import type { ApiRoute } from "./api-route";
import { ok } from "./route-parts";
import { scoreCalculationSchema, scoreResultSchema } from "./score-calculation";

/** Measure 3.1.1 of the CAE with two of its sub-actions: one done, one task of the other planned. */
export const SCORE_EXAMPLE: z.input<typeof scoreCalculationSchema> = {
  measureDepth: 0,
  tree: {
    id: "3.1.1",
    points: 3,
    children: [
      { id: "3.1.1.1", points: 2 },
      {
        id: "3.1.1.2",
        points: 1,
        children: [
          { id: "3.1.1.2.1", points: 0.5 },
          { id: "3.1.1.2.2", points: 0.5 },
        ],
      },
    ],
  },
  statuses: { "3.1.1.1": { status: "detailed", detail: [0.2, 0.5, 0.3] }, "3.1.1.2.1": { status: "planned" } },
  consequences: { "3.1.1": { potentialFactor: 0.7 } },
};

/** The climate plan, for machines. */
export const SCORING_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: "/api/v1/calculations/score",
    operationId: "calculateScore",
    group: "Calculatrice",
    title: "Noter un référentiel",
    description:
      "Applique les règles de notation Climat-Air-Énergie à un référentiel et à des statuts que vous envoyez ; rien n’est enregistré. Les quatre parts d’une action font son potentiel, sauf ce qu’une formule de score retient, et sauf une sous-action gardée « unfilled » dont toutes les tâches sont hors champ. 20 000 actions et 20 niveaux au plus.",
    scope: "read",
    body: { kind: "json", schema: scoreCalculationSchema, example: SCORE_EXAMPLE },
    answers: [ok("Les scores.", scoreResultSchema)],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
      {
        status: 422,
        codes: [
          "NUMBER_TOO_LARGE",
          "DUPLICATE_NODE",
          "UNKNOWN_NODE",
          "INVALID_POINTS",
          "STATUS_ABOVE_SUB_ACTION",
          "INVALID_DETAIL",
          "INVALID_FACTOR",
          "INVALID_RULE",
          "TREE_TOO_LARGE",
        ],
      },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "measureDepth": 0,
        "tree": { "id": "3.1.1", "points": 3, "children": [ { "id": "3.1.1.1", "points": 2 }, { "id": "3.1.1.2", "points": 1 } ] },
        "statuses": { "3.1.1.1": { "status": "done" } } }' \\
  "$PRORATA/api/v1/calculations/score"`,
  },
];
