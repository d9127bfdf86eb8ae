import * as z from "zod";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { daySchema, daySearchParamSchema } from "./day";
import { toTrailWindow, trailPlaceSchema } from "./trail-search";

/** Kinds of change, as the history's filter offers them. */
export const PLAN_CHANGE_KINDS = ["status", "note", "evidence", "profile", "referential", "snapshot", "audit"] as const;

const NODE = /^cae(?:_\d{1,4}(?:\.\d{1,4}){0,9})?$/;

/** The address of a filtered history: a link someone may have edited, so that anything unreadable counts as absent. */
export const planHistorySearchSchema = z.object({
  collectivite: z.string().optional().catch(undefined),
  action: z
    .string()
    .trim()
    .regex(/^\d{1,4}(?:\.\d{1,4}){0,9}$/)
    .optional()
    .catch(undefined),
  quoi: z.enum(PLAN_CHANGE_KINDS).optional().catch(undefined),
  qui: z.uuid().optional().catch(undefined),
  du: daySearchParamSchema,
  au: daySearchParamSchema,
  avant: trailPlaceSchema.optional().catch(undefined),
});

export type PlanHistorySearch = z.output<typeof planHistorySearchSchema>;

/** What a search asks of the history: both days count, an action with all below it. */
export function toPlanHistoryFilter({ action, quoi, qui, du, au }: PlanHistorySearch) {
  const { from = null, toExclusive = null } = toTrailWindow({ du, au });
  return {
    nodeId: action === undefined ? null : `cae_${action}`,
    kind: quoi ?? null,
    actorId: qui ?? null,
    from,
    toExclusive,
  };
}

/** What a machine asks of the history. */
export const planHistoryQuerySchema = z.object({
  action: z
    .string()
    .regex(NODE, "Identifiant attendu, par exemple cae_3.1.1.5")
    .optional()
    .describe("Une action avec tout ce qu’elle contient : cae_3.1.1, cae_3.1.1.5.2…"),
  kind: z.enum(PLAN_CHANGE_KINDS).optional().describe("Un seul sujet ; tous par défaut."),
  author: z.uuid("Identifiant attendu").optional().describe("Ce qu’une seule personne a changé."),
  from: daySchema.optional().meta({ description: "Premier jour, à Paris.", format: "date" }),
  toExclusive: daySchema.optional().meta({ description: "Premier jour qui ne compte plus, à Paris.", format: "date" }),
  before: trailPlaceSchema.optional().describe("« next » de la page d’avant."),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe("Changements par page."),
});

/** The filter of a machine's question. */
export function toMachineHistoryFilter({
  action,
  kind,
  author,
  from,
  toExclusive,
}: z.output<typeof planHistoryQuerySchema>) {
  return {
    nodeId: action === undefined || action === "cae" ? null : action,
    kind: kind ?? null,
    actorId: author ?? null,
    from: from ? new Date(parisMidnightMs(from)) : null,
    toExclusive: toExclusive ? new Date(parisMidnightMs(toExclusive)) : null,
  };
}
