import * as z from "zod";

export const createCalendarFeedSchema = z.object({
  name: z.string().trim().min(2, "Au moins 2 caractères").max(60, "60 caractères au plus"),
});

export const revokeCalendarFeedSchema = z.object({ feedId: z.uuid() });

export const setDigestSchema = z.object({ digest: z.enum(["off", "daily", "weekly"], "Choisissez une fréquence") });
