import * as z from "zod";
import { personNameSchema } from "./person-name";

/** Longer ones are refused before they are hashed, with the reason that the domain gives. */
const password = z.string().max(1000, "Ce mot de passe est trop long.");

const email = z
  .string()
  .trim()
  .max(254, "Cette adresse est trop longue.")
  .pipe(z.email("Écrivez une adresse électronique, comme nom@commune.fr."));

const token = z.string().max(100);

export const acceptInvitationSchema = z.object({
  token,
  name: personNameSchema.default(""),
  password: password.default(""),
  /** `oui`: he says that the address has an account. Asked only where the page does not know. */
  account: z.enum(["oui", "non"]).default("non"),
});

export const setPasswordByLinkSchema = z.object({
  token,
  password,
  endsKeys: z
    .literal("1")
    .optional()
    .transform((value) => value === "1"),
});

export const confirmEmailSchema = z.object({ token, password: password.default("") });

export const requestPasswordSchema = z.object({ email });

export const requestEmailChangeSchema = z.object({
  email,
  password: z.string().min(1, "Donnez votre mot de passe actuel.").max(1000, "Ce mot de passe est trop long."),
});

const role = z.enum(["admin", "officer", "elected", "auditor"], "Choisissez un rôle");

export const inviteMemberSchema = z.object({
  collectivity: z.uuid(),
  email,
  name: personNameSchema.min(2, "Au moins 2 caractères"),
  role,
  /** `remettre`: the link is shown although it could be mailed. */
  way: z.enum(["envoyer", "remettre"]).default("envoyer"),
});

export const memberSchema = z.object({ collectivity: z.uuid(), userId: z.uuid() });

export const memberRoleSchema = memberSchema.extend({
  role: z.enum(["admin", "officer", "elected"], "Choisissez un rôle"),
});

export const accountLinkSchema = z.object({ linkId: z.uuid() });

/** What the list of members is asked for by its address: a link someone may have edited. */
export const accessSearchSchema = z.object({
  collectivite: z.uuid().nullable().default(null).catch(null),
  apres: z.uuid().nullable().default(null).catch(null),
});
