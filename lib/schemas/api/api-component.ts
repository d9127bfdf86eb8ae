import * as z from "zod";

/** The schemas the API document names, each once. */
export const apiComponents = z.registry<{ id: string }>();

/** Gives a schema its name in the API document; a schema used twice is then described once. */
export function apiComponent<T extends z.ZodType>(id: string, schema: T): T {
  apiComponents.add(schema, { id });
  return schema;
}
