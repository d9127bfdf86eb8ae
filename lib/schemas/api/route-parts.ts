import type * as z from "zod";

/** Where an operation's resources are, as a template and as an example. */
export const OPERATION = "/api/v1/operations/{acc}";
export const EXAMPLE = "/api/v1/operations/ACC00000112";

/** A body of JSON. */
export const json = (schema: z.ZodType) => ({ "application/json": schema });

/** The answer 200, in JSON. */
export const ok = (description: string, schema: z.ZodType) => ({
  status: 200,
  description,
  content: json(schema),
});

/** How to read an address. */
export const get = (path: string) => `curl -H "Authorization: Bearer $CLE" "$PRORATA${path}"`;
