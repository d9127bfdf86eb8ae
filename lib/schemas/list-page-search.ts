import * as z from "zod";

/** The page of a list in the address of a screen: a link someone may have edited, so that anything unreadable is the first. */
export const listPageSearchSchema = z.object({
  avant: z.uuid().nullable().default(null).catch(null),
});

/** Rows of such a list on a screen. */
export const LIST_PAGE_SIZE = 100;
