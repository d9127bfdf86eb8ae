import * as z from "zod";
import { COMPLAINT_KINDS, ownComplaintTextSchema, subjectSchema } from "./complaint";
import { daySchema } from "./day";
import { operationAddressSchema } from "./operation";
import { invitedEmailSchema, invitedNameSchema } from "./operation-access";

/** The month a participant's space shows, by its first day; the latest when none, or another one, is asked for. */
export const ownMonthSearchSchema = z.object({ mois: daySchema.optional().catch(undefined) });

/** Who is invited to a participant's space; `handedOver` asks for the link although mails are sent. */
export const participantInvitationSchema = z.object({
  operation: operationAddressSchema,
  participant: z.uuid(),
  email: invitedEmailSchema,
  name: invitedNameSchema,
  handedOver: z.literal("1").optional(),
});

/** The access that an officer ends. */
export const endAccessSchema = z.object({ operation: operationAddressSchema, access: z.uuid() });

/** Which of his statements a participant downloads: a month by its first day, or all of them. */
export const ownStatementSearchSchema = z.object({ mois: daySchema.optional() });

/** As what a participant takes his data along. */
export const ownDataSearchSchema = z.object({ format: z.enum(["pdf", "zip", "json"]).default("pdf") });

/** The consent that its giver withdraws. */
export const ownWithdrawalSchema = z.object({ participant: z.uuid(), consent: z.uuid() });

const tickedSchema = z
  .literal("true")
  .optional()
  .transform((text) => text === "true");

/** The boxes ticked on the signed form that a participant sends back; the form itself is the body. */
export const ownConsentQuerySchema = z
  .object({
    participation: tickedSchema,
    curveCollection: tickedSchema,
    supplierTransmission: tickedSchema,
    organiserTransmission: tickedSchema,
  })
  .refine((ticked) => Object.values(ticked).includes(true), {
    path: ["participation"],
    message: "Cochez ce que vous avez coché sur le formulaire",
  });

/** What a participant writes to the organiser. */
export const ownComplaintSchema = z.object({
  participant: z.uuid(),
  kind: z.enum(COMPLAINT_KINDS, "Choisissez ce dont il s’agit."),
  subject: subjectSchema,
  text: ownComplaintTextSchema,
});
