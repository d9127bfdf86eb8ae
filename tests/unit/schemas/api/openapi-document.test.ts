import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { errorMessage } from "@/lib/format/error-message";
import { allocationCalculationSchema } from "@/lib/schemas/api/allocation-calculation";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { listRouteErrors, openApiDocument } from "@/lib/schemas/api/openapi-document";

/** The description itself, the calendar, whose address is the proof, and what is published. */
const OPEN_TO_ALL: readonly string[] = [
  "/api/v1/openapi.json",
  "/api/v1/calendar/{token}",
  "/api/v1/published-operations/{slug}/months.json",
  "/api/v1/published-operations/{slug}/months.csv",
];

const API = path.resolve(import.meta.dirname, "../../../../app/api/v1");

const httpResponseSchema = z.object({ description: z.string().min(1), content: z.record(z.string(), z.unknown()) });
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  description: z.string().min(1),
  tags: z.array(z.string()).length(1),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query"]), description: z.string().min(1) }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), httpResponseSchema),
});
const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

const text = JSON.stringify(openApiDocument());
const document = documentSchema.parse(JSON.parse(text));
const operations = Object.entries(document.paths).flatMap(([address, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${address}`, address, method, operation })),
);

test("describes every route handler, and nothing else", () => {
  const handlers = readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => {
      const source = readFileSync(path.join(API, file), "utf8");
      const address = `/api/v1/${path.dirname(file).replaceAll(/\[(\w+)\]/g, "{$1}")}`;
      return [...source.matchAll(/^export (?:async function|const) ([A-Z]+)\b/gm)].map(
        ([, verb]) => `${verb?.toLowerCase()} ${address}`,
      );
    });
  expect(handlers.length).toBeGreaterThan(0);
  expect(operations.map(({ name }) => name).sort()).toEqual(handlers.sort());
});

test("names each call once", () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test("refers to components that are there, and all of them", () => {
  const referred = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, id]) => id));
  expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());
});

describe.for(operations)("$name", ({ address, operation }) => {
  test("describes each part of its address", () => {
    const inPath = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    expect(inPath).toEqual([...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  });

  test("answers with something, and refuses strangers unless it is open to all", () => {
    const statuses = Object.keys(operation.responses).map(Number);
    expect(statuses.some((status) => status < 300)).toBe(true);
    expect(statuses.includes(401)).toBe(!OPEN_TO_ALL.includes(address));
  });
});

test.for(API_ROUTES.flatMap((route) => listRouteErrors(route).flatMap(({ codes }) => codes)))(
  "the refusal %s has words of its own",
  (code) => {
    expect(code === "INTERNAL" || errorMessage(code) !== errorMessage("INTERNAL")).toBe(true);
  },
);

test.for(API_ROUTES.flatMap(({ body, operationId }) => (body?.kind === "json" ? [{ operationId, ...body }] : [])))(
  "the example of $operationId is a good request",
  ({ schema, example }) => {
    expect(schema.safeParse(example).error).toBeUndefined();
  },
);

test("says in JSON Schema what zod checks", () => {
  const { AllocationCalculation: schema } = z
    .object({ AllocationCalculation: z.looseObject({}) })
    .parse(document.components.schemas);
  expect(schema).toMatchObject({
    type: "object",
    required: Object.keys(allocationCalculationSchema.shape),
    properties: {
      producers: {
        items: {
          properties: {
            energyWh: { type: "array", items: { anyOf: [{ type: "number", minimum: 0 }, { type: "null" }] } },
          },
        },
      },
      coefficients: { $ref: "#/components/schemas/CalculationCoefficients" },
    },
  });
});

test("speaks French to people: no English sentence of the libraries is left", () => {
  expect(text).not.toMatch(/"description":"(?:A|An|The|Invalid|Must) /);
});
