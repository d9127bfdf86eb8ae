import { expect, test } from "vitest";
import * as z from "zod";
import { API_ROUTES } from "@/lib/schemas/api/api-routes";
import { listFields } from "@/lib/schemas/api/list-fields";
import { openApiDocument } from "@/lib/schemas/api/openapi-document";

const { components } = z
  .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
  .parse(openApiDocument());

test("lists fields, lists of objects, free keys and references", () => {
  const schema = {
    type: "object",
    required: ["a"],
    properties: {
      a: { type: "string", format: "date", description: "Un jour" },
      b: { type: "array", items: { type: "object", properties: { c: { type: ["number", "null"] } } } },
      d: { $ref: "#/components/schemas/D", description: "Autre" },
      e: { type: "object", additionalProperties: { type: "array", items: { type: "integer" } } },
      f: { anyOf: [{ enum: ["x", "y"], type: "string" }, { type: "null" }] },
      h: { oneOf: [{ const: "z" }, { const: 1000, type: "number" }] },
    },
  };
  const D = { type: "object", description: "D", properties: { g: { type: "boolean" } } };
  expect(listFields(schema, { D }).map(({ path, type, description }) => [path, type, description])).toEqual([
    ["a", "jour", "Un jour"],
    ["b", "liste : objet", ""],
    ["b[].c", "nombre ou null", ""],
    ["d", "objet", "Autre"],
    ["d.g", "vrai ou faux", ""],
    ["e", "objet", ""],
    ["e.{…}", "liste : entier", ""],
    ["f", "x, y ou null", ""],
    ["h", "« z » ou 1000", ""],
  ]);
  expect(listFields(schema, { D }).map(({ isRequired }) => isRequired)[0]).toBe(true);
});

test("a tree is described down to its children, once", () => {
  const Tree = {
    type: "object",
    properties: { id: { type: "string" }, children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  };
  const fields = listFields({ $ref: "#/components/schemas/Tree" }, { Tree });
  expect(fields.map(({ path, type }) => [path, type])).toEqual([
    ["id", "texte"],
    ["children", "liste : objet"],
  ]);
});

test.for(Object.keys(components.schemas))("shows %s without a JSON Schema word", (id) => {
  const fields = listFields({ $ref: `#/components/schemas/${id}` }, components.schemas);
  for (const { path, type } of fields) {
    expect(path).toMatch(/^[a-zA-Z][\w.[\]{}…]*$/);
    expect(type).not.toMatch(/\b(?:string|number|array|object|undefined)\b/);
  }
});

test("every body and every JSON answer has fields to show", () => {
  expect(API_ROUTES.length).toBeGreaterThan(5);
  for (const id of Object.keys(components.schemas)) {
    if (id === "CalculationCoefficients") continue;
    expect(listFields({ $ref: `#/components/schemas/${id}` }, components.schemas).length).toBeGreaterThan(0);
  }
});
