import * as z from "zod";
import { isRna } from "@/lib/domain/identifiers/is-rna";
import { operationAddressSchema } from "./operation";
import { emailSchema, optionalText, phoneSchema, requiredText, siretSchema } from "./operation-fields";

/** SIRET (14 digits and their key) or RNA (`W` and 9 digits); empty: null. */
const legalIdSchema = z
  .string()
  .transform((text) => text.replaceAll(/\s/g, "").toUpperCase())
  .superRefine((value, context) => {
    const message = legalIdProblem(value);
    if (message) context.addIssue({ code: "custom", message });
  })
  .transform((value) => value || null);

function legalIdProblem(value: string): string | null {
  if (value.startsWith("W"))
    return isRna(value) ? null : "Un numéro RNA s’écrit W et 9 chiffres, par exemple W661234567.";
  return siretSchema.safeParse(value).error?.issues[0]?.message ?? null;
}

/** One schema for each field, so that a form checks what is typed by the rule the server holds. */
export const PARTICIPANT_FIELDS = {
  kind: z.enum(["natural", "legal"], "Choisissez une personne physique ou morale."),
  name: requiredText("Donnez le nom du participant."),
  legalId: legalIdSchema,
  address: optionalText(),
  email: emailSchema,
  phone: phoneSchema,
};

/** A participant as a form sends it. */
export const participantSchema = z
  .object({
    ...PARTICIPANT_FIELDS,
    operation: operationAddressSchema,
    legalId: legalIdSchema.default(null), // a resident's form has no such field
    isTenant: z.literal("on").optional(),
  })
  .superRefine(({ kind, legalId }, context) => {
    if (kind === "natural" || legalId !== null) return;
    const message =
      "Donnez le SIRET, ou le RNA d’une association : l’annexe 2 le demande pour un client non résidentiel.";
    context.addIssue({ code: "custom", path: ["legalId"], message });
  })
  .transform(({ operation, isTenant, legalId, ...fields }) => ({
    operation,
    details: { ...fields, legalId: fields.kind === "natural" ? null : legalId, isTenant: isTenant === "on" },
  }));

export const participantAddressSchema = z.object({ operation: operationAddressSchema, participant: z.uuid() });
