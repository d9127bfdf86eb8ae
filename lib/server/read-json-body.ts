import "server-only";
import type * as z from "zod";
import { HttpError } from "./http";
import { readBody } from "./read-body";

/**
 * A JSON body that has the shape of a schema.
 *
 * @throws {HttpError} 413 BODY_TOO_LARGE; 400 INVALID_JSON; 422 NUMBER_TOO_LARGE for what no double can hold (`1e999`).
 * @throws {z.ZodError} When the shape is another one.
 */
export async function readJsonBody<T extends z.ZodType>(
  request: Request,
  schema: T,
  maxBytes: number,
): Promise<z.output<T>> {
  const { success, data, error } = checkShape(schema, parseJson(await readBody(request, maxBytes)));
  if (success) return data;
  const tooLarge = error.issues.find(isInfinity);
  if (tooLarge) throw new HttpError(422, "NUMBER_TOO_LARGE", { path: tooLarge.path.join(".") });
  throw error;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new HttpError(400, "INVALID_JSON");
  }
}

function checkShape<T extends z.ZodType>(schema: T, value: unknown): z.ZodSafeParseResult<z.output<T>> {
  try {
    return schema.safeParse(value);
  } catch (error) {
    // zod passes the issues of a list on the stack: a million of them do not fit.
    if (error instanceof RangeError) throw new HttpError(400, "INVALID_REQUEST");
    throw error;
  }
}

// JSON has no infinity: it is what a number became that is too large for a double.
function isInfinity(issue: z.core.$ZodIssue): boolean {
  return issue.code === "invalid_type" && "received" in issue && issue.received === "Infinity";
}
