import * as z from "zod";

/** Which page of a list a machine asks for. */
export const listPageQuerySchema = z.object({
  before: z.uuid("Valeur de « next » attendue").optional().describe("« next » de la page d’avant."),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe("Lignes par page."),
});

/** Where the next page starts. */
export const nextPageSchema = z.uuid().nullable().describe("À redonner dans « before » ; null à la dernière page.");

/** The page that the address of a request asks for. */
export function readListPage(request: Request): { readonly before: string | null; readonly limit: number } {
  const { before = null, limit } = listPageQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { before, limit };
}
