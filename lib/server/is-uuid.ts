import * as z from "zod";

const uuidSchema = z.uuid();

/** Whether a text can be an id of ours: anything else is unknown, and PostgreSQL must not be asked. */
export function isUuid(text: string): boolean {
  return uuidSchema.safeParse(text).success;
}
