import * as z from "zod";
import { newSnapshotSchema, snapshotComparisonQuerySchema } from "@/lib/schemas/climate-snapshot";
import { apiComponent } from "./api-component";
import type { ApiRoute } from "./api-route";
import { noteSchema } from "./climate-plan";
import { get, json, ok } from "./route-parts";
import { nodeScoreSchema, statusSchema } from "./score-calculation";

const PLAN = "/api/v1/collectivities/{collectivity}/climate-plan";
const EXAMPLE = "/api/v1/collectivities/01a2b3c4-0000-7000-8000-000000000000/climate-plan";
const GROUP = "Plan climat";

const sums = {
  stars: z.number().int().min(1).max(5).describe("Étoiles que permettait le score."),
  potentialPoints: z.number(),
  donePoints: z.number(),
  plannedPoints: z.number(),
};

const headSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  reason: z.string().nullable(),
  takenAt: z.iso.datetime(),
  authorName: z.string().nullable().describe("null : l’installation, ou un compte supprimé."),
  ...sums,
});

/** The states of a plan that were kept. */
export const snapshotListSchema = apiComponent("ClimateSnapshotList", z.object({ snapshots: z.array(headSchema) }));

const actionSchema = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string().nullable(),
  category: z.enum(["bases", "implementation", "effects"]).nullable(),
  depth: z.number().int(),
});

/** One of them, whole. */
export const snapshotSchema = apiComponent(
  "ClimateSnapshot",
  headSchema.extend({
    actions: z.array(actionSchema).describe("Le référentiel tel qu’il était, parents avant enfants."),
    statuses: z.record(z.string(), statusSchema),
    notes: z.record(z.string(), noteSchema),
    scores: z.record(z.string(), nodeScoreSchema),
  }),
);

/** What was made. */
export const createdSnapshotSchema = apiComponent(
  "CreatedClimateSnapshot",
  z.object({ snapshot: z.object({ id: z.uuid() }) }),
);

const sideSchema = z.object({
  ...sums,
  snapshot: z
    .object({ id: z.uuid(), name: z.string(), takenAt: z.iso.datetime() })
    .nullable()
    .describe("null : le plan d’aujourd’hui."),
});

const answerSchema = z.union([z.boolean(), z.number(), z.string()]).nullable();

/** Two plans side by side. */
export const snapshotComparisonSchema = apiComponent(
  "ClimateSnapshotComparison",
  z.object({
    before: sideSchema,
    after: sideSchema,
    actions: z
      .array(
        actionSchema.extend({
          before: nodeScoreSchema.nullable().describe("null : le référentiel d’avant n’avait pas cette action."),
          after: nodeScoreSchema.nullable(),
          potentialPoints: z.number().describe("Après moins avant, au millième de point."),
          donePoints: z.number(),
          plannedPoints: z.number(),
          statusBefore: statusSchema.nullable(),
          statusAfter: statusSchema.nullable(),
          hasNewNote: z.boolean(),
          evidenceAdded: z.number().int(),
          evidenceRemoved: z.number().int(),
        }),
      )
      .describe("Ce qui diffère, dans l’ordre des numéros ; la racine toujours, la première."),
    profile: z
      .array(
        z.object({
          field: z.union([z.enum(["kind", "population", "isOverseas"]), z.object({ question: z.string() })]),
          before: answerSchema,
          after: answerSchema,
        }),
      )
      .describe("Ce que la collectivité a dit d’elle-même."),
    isProfileKnown: z.boolean().describe("Faux : un des instantanés date d’avant que ce soit gardé."),
  }),
);

/** Kept states of a climate plan, for machines. */
export const CLIMATE_SNAPSHOT_ROUTES: readonly ApiRoute[] = [
  {
    method: "GET",
    path: `${PLAN}/snapshots`,
    operationId: "listClimateSnapshots",
    group: GROUP,
    title: "Lister les instantanés du plan climat",
    description: "Les états gardés du plan, du plus récent au plus ancien. Un instantané ne change jamais.",
    scope: "read",
    answers: [ok("Les instantanés.", snapshotListSchema)],
    errors: [{ status: 404, codes: ["NOT_FOUND"] }],
    curl: get(`${EXAMPLE}/snapshots`),
  },
  {
    method: "POST",
    path: `${PLAN}/snapshots`,
    operationId: "takeClimateSnapshot",
    group: GROUP,
    title: "Prendre un instantané du plan climat",
    description:
      "Garde le plan entier tel qu’il est : référentiel, réponses, notes, preuves, personnalisation et scores.",
    scope: "write",
    body: { kind: "json", schema: newSnapshotSchema, example: { name: "Avant le conseil de juin" } },
    answers: [{ status: 201, description: "Gardé.", content: json(createdSnapshotSchema) }],
    errors: [
      { status: 400, codes: ["INVALID_JSON", "INVALID_REQUEST", "INCOMPLETE_BODY"] },
      { status: 404, codes: ["NOT_FOUND"] },
      { status: 409, codes: ["PLAN_UNDER_AUDIT", "PLAN_AUDITED"] },
      { status: 413, codes: ["BODY_TOO_LARGE"] },
    ],
    curl: `curl -H "Authorization: Bearer $CLE" -H "Content-Type: application/json" \\
  -d '{ "name": "Avant le conseil de juin" }' "$PRORATA${EXAMPLE}/snapshots"`,
  },
  {
    method: "GET",
    path: `${PLAN}/snapshots/{id}`,
    operationId: "readClimateSnapshot",
    group: GROUP,
    title: "Lire un instantané",
    description: "Le plan tel qu’il était : rien n’en est recalculé.",
    scope: "read",
    answers: [ok("L’instantané.", snapshotSchema)],
    errors: [{ status: 404, codes: ["NOT_FOUND"] }],
    curl: get(`${EXAMPLE}/snapshots/01a2b3c4-0000-7000-8000-000000000001`),
  },
  {
    method: "GET",
    path: `${PLAN}/snapshot-comparison`,
    operationId: "compareClimateSnapshots",
    group: GROUP,
    title: "Comparer deux instantanés",
    description:
      "Action par action, ce qui a changé d’un état à l’autre ; chaque score est celui de son état, de sorte que les différences des mesures font celle du plan.",
    scope: "read",
    query: snapshotComparisonQuerySchema,
    answers: [ok("La comparaison.", snapshotComparisonSchema)],
    errors: [
      { status: 400, codes: ["INVALID_REQUEST"] },
      { status: 404, codes: ["NOT_FOUND"] },
    ],
    curl: get(`${EXAMPLE}/snapshot-comparison?before=01a2b3c4-0000-7000-8000-000000000001`),
  },
];
