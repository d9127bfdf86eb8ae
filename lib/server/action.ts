import "server-only";
import { unstable_rethrow } from "next/navigation";
import * as z from "zod";
import { isDatabaseUnreachable } from "@/lib/data/is-database-unreachable";
import { DomainError } from "@/lib/domain/errors";
import { errorMessage } from "@/lib/format/error-message";
import { log } from "@/lib/log";
import type { ActionState } from "@/lib/schemas/action-state";
import { AccessError } from "./access-error";

/** Runs the body of a server action; expected errors become a value for useActionState. */
export async function runAction(body: () => Promise<string | undefined>): Promise<ActionState> {
  try {
    return { status: "done", message: await body() };
  } catch (error) {
    unstable_rethrow(error); // redirect() and notFound() are not failures
    if (error instanceof z.ZodError) return failed("INVALID_REQUEST", undefined, z.flattenError(error).fieldErrors);
    if (error instanceof DomainError) return failed(error.code, error.details, beside(error));
    if (error instanceof AccessError) return failed(error.code);
    log.error({ err: error }, "unexpected error in an action");
    return failed(isDatabaseUnreachable(error) ? "DATABASE_UNREACHABLE" : "INTERNAL");
  }
}

// What a rule says of one field stands beside it.
function beside({ code, details }: DomainError): Readonly<Record<string, readonly string[]>> {
  return typeof details.field === "string" ? { [details.field]: [errorMessage(code, details)] } : {};
}

function failed(
  code: string,
  details?: unknown,
  fieldErrors: Readonly<Record<string, readonly string[] | undefined>> = {},
): ActionState {
  return { status: "failed", code, message: errorMessage(code, details), fieldErrors };
}
