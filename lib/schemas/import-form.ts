import * as z from "zod";
import { daySchema } from "./day";
import { importAnswersSchema } from "./import-answers";
import { operationAddressSchema } from "./operation";

/** Which import a button of its page is about. */
export const importFormSchema = z.object({ operation: z.string(), import: z.uuid() });

/** The settlement period to ask the DSO for. */
export const dsoRequestFormSchema = z.object({ operation: operationAddressSchema, from: daySchema });

/** Which remembered answer is to be forgotten. */
export const forgetAnswerFormSchema = z.object({
  operation: z.string(),
  kind: z.enum(["type", "point"]),
  text: z.string(),
});

/**
 * The answers of the form of an import: `kind:<key>` for what a file is, `reply:<id>` for a question, and for a period
 * `first:<id>` and `last:<id>`.
 */
export function readAnswersForm(form: FormData): z.output<typeof importAnswersSchema> {
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  const under = (prefix: string) =>
    fields
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const);
  const last = new Map(under("last:"));
  const periods = under("first:").map(([id, first]) => [id, toPeriod(first, last.get(id) ?? "")] as const);
  return importAnswersSchema.parse({
    kinds: Object.fromEntries(under("kind:")),
    replies: Object.fromEntries([...under("reply:"), ...periods]),
  });
}

function toPeriod(first: string, last: string): string {
  return first === "" && last === "" ? "" : `${first}/${last}`;
}
