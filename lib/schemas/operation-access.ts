import * as z from "zod";
import { ACCESS_ROLES } from "@/lib/domain/access/access-role";
import { operationAddressSchema } from "./operation";
import { personNameSchema } from "./person-name";

export const invitedNameSchema = personNameSchema.min(2, "Écrivez le nom de la personne.");

export const invitedEmailSchema = z.string().trim().pipe(z.email("Écrivez une adresse électronique entière."));

const handedOver = z.literal("1").optional();

/** Who is invited to an operation, as what; `handedOver` asks for the link although mails are sent. */
export const operationInvitationSchema = z.object({
  operation: operationAddressSchema,
  email: invitedEmailSchema,
  name: invitedNameSchema,
  role: z.enum(ACCESS_ROLES, "Choisissez un rôle."),
  handedOver,
});

/** Who is to administer the installation. */
export const instanceAppointmentSchema = z.object({
  email: invitedEmailSchema,
  name: invitedNameSchema,
  handedOver,
});

/** Who is to administer a collectivity. */
export const appointmentSchema = instanceAppointmentSchema.extend({ collectivity: z.uuid() });

/** Whose role in an operation is set, and to what; `none` takes it away. */
export const operationRoleSchema = z.object({
  operation: operationAddressSchema,
  userId: z.uuid("Choisissez une personne."),
  role: z.enum([...ACCESS_ROLES, "none"], "Choisissez un rôle.").transform((role) => (role === "none" ? null : role)),
});
