import * as z from "zod";

const MAX_NAME = 120;
const MAX_SEARCH = 100;

/** The name of a collectivity: at least one letter or digit, since its address is made of them. */
export const collectivityNameSchema = z
  .string()
  .trim()
  .min(2, "Écrivez le nom de la collectivité.")
  .max(MAX_NAME, `${MAX_NAME} caractères au plus.`)
  .regex(/[\p{L}\p{N}]/u, "Écrivez le nom de la collectivité.");

export const newCollectivitySchema = z.object({ name: collectivityNameSchema });

export const renameCollectivitySchema = z.object({ collectivity: z.uuid(), name: collectivityNameSchema });

/** Whose account is deactivated, or opened again. */
export const accountStateSchema = z.object({ userId: z.uuid() });

/** What the list of accounts is asked for by its address: a link someone may have edited. */
export const accountSearchSchema = z.object({
  q: z.string().trim().max(MAX_SEARCH).catch("").default(""),
  apres: z.string().max(320).nullable().catch(null).default(null),
});
