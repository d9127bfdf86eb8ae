import * as z from "zod";
import { personNameSchema } from "./person-name";

const currentPassword = z.string().min(1, "Donnez votre mot de passe actuel").max(320, "Mot de passe trop long");
const code = z
  .string()
  .trim()
  .min(1, "Donnez un code")
  .max(40, "Un code a 6 chiffres, un code de secours 10 caractères");

export const changePasswordSchema = z
  .object({
    password: currentPassword,
    newPassword: z.string().min(1, "Choisissez un mot de passe").max(320, "Mot de passe trop long"),
    repeated: z.string(),
    endsKeys: z
      .literal("1")
      .optional()
      .transform((value) => value === "1"),
  })
  .refine(({ newPassword, repeated }) => newPassword === repeated, {
    path: ["repeated"],
    error: "Ce n’est pas le même mot de passe",
  });

export const beginTwoFactorSchema = z.object({ password: currentPassword });
export const confirmTwoFactorSchema = z.object({ offer: z.string().max(2000), code });
export const renewRecoveryCodesSchema = z.object({ code });
export const disableTwoFactorSchema = z.object({ password: currentPassword, code });
export const endSessionSchema = z.object({ sessionId: z.uuid() });
export const twoFactorDutySchema = z.object({
  collectivityId: z.uuid(),
  isRequired: z.enum(["0", "1"]).transform((value) => value === "1"),
});
export const renameAccountSchema = z.object({
  name: personNameSchema.min(2, "Au moins 2 caractères"),
});
