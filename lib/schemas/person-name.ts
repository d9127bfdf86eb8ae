import * as z from "zod";

/** The name of somebody, as others read it. PostgreSQL takes no NUL, and no name has a character that cannot be seen. */
export const personNameSchema = z
  .string("Écrivez le nom de la personne.")
  .trim()
  .max(80, "80 caractères au plus")
  .regex(/^\P{Cc}*$/u, "Retirez du nom ce qui ne se voit pas : un saut de ligne, une tabulation.");
