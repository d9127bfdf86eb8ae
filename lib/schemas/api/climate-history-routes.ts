import * as z from "zod";
import { PLAN_CHANGE_KINDS, planHistoryQuerySchema } from "@/lib/schemas/climate-history";
import { apiComponent } from "./api-component";
import type { ApiRoute } from "./api-route";
import { get, json } from "./route-parts";

const PLAN = "/api/v1/collectivities/{collectivity}/climate-plan";
const EXAMPLE = "/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/climate-plan";

/** What was changed in a climate plan. */
export const planHistorySchema = apiComponent(
  "ClimatePlanHistory",
  z.object({
    changes: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        authorId: z.uuid().nullable().describe("null : l’installation elle-même."),
        authorName: z.string().nullable().describe("Nom d’aujourd’hui ; null : l’installation, ou un compte supprimé."),
        kind: z.enum(PLAN_CHANGE_KINDS),
        action: z.string().nullable().describe("Identifiant de l’action ; null : le plan entier."),
        title: z.string().nullable().describe("Intitulé de l’action dans le référentiel actuel."),
        lines: z.array(z.string()).describe("Ce qui a changé, en français : avant → après."),
        before: z.unknown().describe("Ce qui en était dit avant ; sa forme dépend de « kind »."),
        after: z.unknown().describe("Ce qui en est dit après."),
      }),
    ),
    next: z.string().nullable().describe("À redonner dans « before » ; null à la dernière page."),
  }),
);

/** The history of a climate plan, for machines. */
export const CLIMATE_HISTORY_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${PLAN}/history`,
    operationId: "readClimatePlanHistory",
    group: "Plan climat",
    title: "Lire l’historique du plan climat",
    description:
      "Chaque changement, du plus récent au plus ancien : qui, quand, quelle action, avant et après. Par pages, que « next » enchaîne. Avec « Accept: text/csv », la même page pour un tableur.",
    scope: "read",
    query: planHistoryQuerySchema,
    answers: [{ status: 200, description: "Une page.", content: { ...json(planHistorySchema), "text/csv": "text" } }],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 404, codes: ["NOT_FOUND"] },
    ],
    curl: get(`${EXAMPLE}/history?action=cae_3.1.1.5&limit=20`),
  },
];
