import * as z from "zod";

/** What is said of a logo. */
export const logoWordsSchema = z.object({
  altText: z
    .string()
    .trim()
    .min(1, "Dites en quelques mots ce que l’on voit : c’est lu à qui ne voit pas l’image")
    .max(200, "200 caractères au plus")
    .describe("Ce que l’on voit, pour qui ne voit pas l’image."),
});
