import * as z from "zod";

const MIN_LENGTH = 12;
const MAX_LENGTH = 128;

/** A password somebody chooses: long rather than odd (ANSSI, CNIL 2022-100). */
export const newPasswordSchema = z
  .string()
  .min(MIN_LENGTH, `Au moins ${MIN_LENGTH} caractères`)
  .max(MAX_LENGTH, `${MAX_LENGTH} caractères au plus`);

const currentPassword = z.string().min(1, "Donnez votre mot de passe actuel").max(MAX_LENGTH, "Mot de passe trop long");
const code = z
  .string()
  .trim()
  .min(1, "Donnez un code")
  .max(40, "Un code a 6 chiffres, un code de secours 10 caractères");

export const changePasswordSchema = z
  .object({ password: currentPassword, newPassword: newPasswordSchema, repeated: z.string() })
  .refine(({ newPassword, repeated }) => newPassword === repeated, {
    path: ["repeated"],
    error: "Ce n’est pas le même mot de passe",
  });

export const beginTwoFactorSchema = z.object({ password: currentPassword });
export const confirmTwoFactorSchema = z.object({ offer: z.string().max(2000), code });
export const renewRecoveryCodesSchema = z.object({ code });
export const disableTwoFactorSchema = z.object({ password: currentPassword, code });
export const endSessionSchema = z.object({ sessionId: z.uuid() });
export const renameAccountSchema = z.object({
  name: z.string().trim().min(2, "Au moins 2 caractères").max(80, "80 caractères au plus"),
});
