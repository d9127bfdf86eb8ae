import { expect } from "vitest";
import type * as z from "zod";
import { apiErrorSchema } from "@/lib/schemas/api/api-error";

/** The body of an answer, which must be what the API document says: no field less, no field more. */
export async function expectAnswer<T extends z.ZodType>(
  response: Response,
  status: number,
  schema: T,
): Promise<z.output<T>> {
  const body = await response.json();
  expect({ status: response.status, error: body.error }).toEqual({ status, error: undefined });
  const parsed = schema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}

/** The details of a refusal, which must have this status and this code, and a message in French. */
export async function expectRefusal(
  response: Response,
  status: number,
  code: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { error } = apiErrorSchema.parse(await response.json());
  expect({ status: response.status, code: error.code }).toEqual({ status, code });
  expect(error.message).toMatch(/[.)]$/);
  return error.details ?? {};
}
