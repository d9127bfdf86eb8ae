import * as z from "zod";
import { API_KEY_DAYS } from "@/lib/domain/access/api-key-terms";

const ENDLESS = "0"; // a form has no null

const daysSchema = z
  .enum(
    API_KEY_DAYS.map((days) => String(days ?? ENDLESS)),
    "Choisissez une durée",
  )
  .transform((text) => (text === ENDLESS ? null : Number(text)));

/** What a new key is asked for. Without an operation it opens all of its owner's. */
export const createApiKeySchema = z.object({
  name: z.string().trim().min(2, "Au moins 2 caractères").max(32, "32 caractères au plus"),
  scope: z.enum(["read", "measures", "write"], "Choisissez une portée"),
  days: daysSchema,
  operations: z.array(z.string().min(1).max(100)).max(200, "200 opérations au plus"),
});

export const revokeApiKeySchema = z.object({ keyId: z.uuid() });

/** `now`: the former secret opens nothing any more; else for a week. */
export const replaceApiKeySchema = z.object({ keyId: z.uuid(), former: z.enum(["now", "week"]) });

export const revokeCollectivityKeySchema = z.object({ keyId: z.uuid(), collectivity: z.uuid() });
