import * as z from "zod";
import { errorMessage } from "@/lib/format/error-message";
import { apiComponents } from "./api-component";
import { apiErrorSchema } from "./api-error";
import type { ApiBody, ApiErrorAnswer, ApiRoute } from "./api-route";
import { API_ROUTES } from "./api-routes";
import { runFileKindSchema } from "./run-file-routes";

export type JsonObject = { readonly [key: string]: unknown };

/** What is in an address, by its name there. */
const PATH_PARAMETERS: Readonly<Record<string, { readonly description: string; readonly schema: JsonObject }>> = {
  acc: {
    description: "Numéro ACC de l’opération (ACC suivi de 8 chiffres), ou son nom dans l’adresse de ses pages.",
    schema: { type: "string", examples: ["ACC00000112"] },
  },
  collectivity: {
    description: "Identifiant de la collectivité, tel qu’il est dans l’adresse d’une mesure de son plan climat.",
    schema: { type: "string", format: "uuid" },
  },
  prm: {
    description: "Numéro de point référence mesure, 14 chiffres.",
    schema: { type: "string", pattern: "^\\d{14}$", examples: ["30001234567890"] },
  },
  id: { description: "Identifiant, tel qu’une réponse l’a donné.", schema: { type: "string", format: "uuid" } },
  from: {
    description: "Premier jour de la période.",
    schema: { type: "string", format: "date", examples: ["2026-04-01"] },
  },
  slug: {
    description: "Nom de l’opération dans l’adresse de sa page publique.",
    schema: { type: "string", examples: ["ma-commune"] },
  },
  token: { description: "Jeton du calendrier, puis « .ics ».", schema: { type: "string" } },
  file: { description: "Identifiant d’un fichier.", schema: { type: "string", format: "uuid" } },
  position: { description: "Rang, à partir de 0.", schema: { type: "integer", minimum: 0 } },
  kind: { description: "Quel fichier.", schema: { type: "string", enum: [...runFileKindSchema.options] } },
};

/** The whole API as an OpenAPI 3.1 document, made from the very schemas that read its requests. */
export function openApiDocument(): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "API de Prorata",
      version: "1",
      summary: "Mesures, périmètre et répartition d’une opération d’autoconsommation collective.",
      description:
        "Les énergies sont en Wh par pas, les coefficients en millionièmes (ppm), les instants en UTC, les jours ceux de Paris. Une période va de son premier jour au premier jour qui ne compte plus. null : valeur manquante, jamais 0.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/", description: "Cette installation." }],
    security: [{ key: [] }, { session: [] }],
    tags: [...new Set(API_ROUTES.map(({ group }) => group))].map((name) => ({ name })),
    paths: writePaths(),
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description:
            "Clé d’API, créée dans « Compte ». Chaque réponse dit ce qui reste du quota : RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset (en secondes) ; un refus dit dans Retry-After quand recommencer.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "prorata.session_token",
          description: "Session d’une personne connectée, depuis les pages de Prorata seulement.",
        },
      },
      schemas: componentSchemas(),
    },
  };
}

/** Everything a route may refuse, what every route of its kind refuses included, by status. */
export function listRouteErrors({ scope, path, errors, isOpenToMeasures }: ApiRoute): readonly ApiErrorAnswer[] {
  if (scope === null) return errors;
  const isInOperation = path.includes("{acc}");
  const forbidden = ["FOREIGN_ORIGIN", ...(scope === "write" ? ["FORBIDDEN", "READ_ONLY_KEY"] : [])];
  const hasBody = errors.some(({ status }) => status === 413);
  const refused = [...(hasBody ? forbidden : []), ...(isOpenToMeasures ? [] : ["MEASURES_ONLY_KEY"])];
  const common: readonly ApiErrorAnswer[] = [
    { status: 401, codes: ["UNAUTHENTICATED"] },
    ...(refused.length > 0 ? [{ status: 403, codes: refused }] : []),
    ...(isInOperation ? [{ status: 404, codes: ["NOT_FOUND"] }] : []),
    { status: 429, codes: ["TOO_MANY_REQUESTS"] },
    { status: 500, codes: ["INTERNAL"] },
    { status: 503, codes: ["DATABASE_UNREACHABLE"] },
  ];
  return [...errors, ...common].toSorted((a, b) => a.status - b.status);
}

function writePaths(): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of API_ROUTES) {
    const methods = paths[route.path] ?? {};
    methods[route.method.toLowerCase()] = writeRoute(route);
    paths[route.path] = methods;
  }
  return paths;
}

/** What a key must allow for a route, as people read it. */
export function sayScope({ scope, isOpenToMeasures }: ApiRoute): string {
  if (scope === null) return "Ouvert à tous, sans clé.";
  const words = scope === "read" ? "lecture" : "lecture et écriture";
  return `Portée de la clé : ${words}${isOpenToMeasures ? ", ou mesures" : ""}.`;
}

function writeRoute(route: ApiRoute): JsonObject {
  const { operationId, group, title, scope, body, answers } = route;
  const parameters = [...pathParameters(route), ...queryParameters(route)];
  return {
    operationId,
    tags: [group],
    summary: title,
    description: `${route.description} ${sayScope(route)}`,
    ...(scope === null ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: writeBody(body) } } : {}),
    responses: Object.fromEntries([
      ...answers.map(({ status, description, content, hasLocation }) => [
        status,
        {
          description,
          ...(hasLocation ? { headers: { Location: LOCATION } } : {}),
          content: Object.fromEntries(
            Object.entries(content).map(([type, schema]) => [
              type,
              { schema: schema === "text" ? { type: "string" } : referTo(schema) },
            ]),
          ),
        },
      ]),
      ...listRouteErrors(route).map(({ status, codes }) => [
        status,
        {
          description: codes.map((code) => `\`${code}\` : ${errorMessage(code)}`).join("\n\n"),
          content: { "application/json": { schema: referTo(apiErrorSchema) } },
        },
      ]),
    ]),
  };
}

const LOCATION = { description: "Adresse de ce qui est décrit.", schema: { type: "string", format: "uri-reference" } };

function pathParameters({ path }: ApiRoute): readonly JsonObject[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...PATH_PARAMETERS[name],
  }));
}

function queryParameters({ query }: ApiRoute): readonly JsonObject[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = writeSchema(schema);
    return { name, in: "query", required: !schema.safeParse(undefined).success, description, schema: rest };
  });
}

function writeBody(body: ApiBody): JsonObject {
  if (body.kind === "json") {
    return { "application/json": { schema: referTo(body.schema), examples: { exemple: { value: body.example } } } };
  }
  const form = {
    type: "object",
    description: "Un ou plusieurs fichiers ; le nom du champ est libre.",
    additionalProperties: { type: "array", items: FILE },
  };
  return {
    "multipart/form-data": { schema: form },
    ...Object.fromEntries(body.rawTypes.map((type) => [type, { schema: FILE }])),
  };
}

const FILE = { type: "string", format: "binary" };

function referTo(schema: z.ZodType): JsonObject {
  const component = apiComponents.get(schema);
  return component ? { $ref: componentUri(component.id) } : writeSchema(schema);
}

const componentUri = (id: string) => `#/components/schemas/${id}`;

// What comes in describes what goes out too: answers have no transforms, and may one day say more.
function writeSchema(schema: z.ZodType): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return rest;
}

function componentSchemas(): JsonObject {
  const { schemas } = z.toJSONSchema(apiComponents, { io: "input", uri: componentUri });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]),
  );
}
