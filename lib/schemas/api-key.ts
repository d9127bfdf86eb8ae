import * as z from "zod";

export const createApiKeySchema = z.object({
  name: z.string().trim().min(2, "Au moins 2 caractères").max(32, "32 caractères au plus"),
  scope: z.enum(["read", "write"], "Choisissez une portée"),
});

export const revokeApiKeySchema = z.object({ keyId: z.uuid() });
