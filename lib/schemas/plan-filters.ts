import * as z from "zod";
import type { ActionFilters } from "@/lib/domain/scoring/action-filters";
import type { ActionPilot } from "@/lib/domain/scoring/action-note";

/** Filters of the climate plan as its address writes them, and what they look for. */
export const CATEGORY_PARAMS = { bases: "bases", "mise-en-oeuvre": "implementation", effets: "effects" } as const;
export const STATUS_PARAMS = {
  "non-renseigne": "unfilled",
  fait: "done",
  programme: "planned",
  "pas-fait": "not_done",
  detail: "detailed",
  "non-concerne": "not_concerned",
} as const;
/** Days ahead one may look at. */
export const DUE_DAYS = [30, 90, 365] as const;

const NO_PILOT = "sans";
const MEMBER = "membre:";
const SERVICE = "service:";

/** `tout=1`: every action found, however many. */
const paramsSchema = z.object({
  categorie: z.enum(["bases", "mise-en-oeuvre", "effets"]).optional().catch(undefined),
  statut: z
    .enum(["non-renseigne", "fait", "programme", "pas-fait", "detail", "non-concerne"])
    .optional()
    .catch(undefined),
  pilote: z.string().max(300).optional().catch(undefined),
  echeance: z.enum(["en-retard", "30", "90", "365"]).optional().catch(undefined),
  manque: z.enum(["1"]).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  tout: z.enum(["1"]).optional().catch(undefined),
});

/** What the plan shows, from its address: anything unreadable counts as absent. */
export const planFiltersSchema = paramsSchema.transform((params) => ({ params, filters: toFilters(params) }));

export type PlanFilters = z.output<typeof planFiltersSchema>;

function toFilters({ categorie, statut, pilote, echeance, manque, q }: z.output<typeof paramsSchema>): ActionFilters {
  return {
    category: categorie ? CATEGORY_PARAMS[categorie] : null,
    status: statut ? STATUS_PARAMS[statut] : null,
    pilot: readPilotParam(pilote),
    due: echeance === undefined ? null : echeance === "en-retard" ? "late" : Number(echeance),
    onlyGaps: manque === "1",
    search: q ?? "",
  };
}

function readPilotParam(param: string | undefined): ActionFilters["pilot"] {
  if (param === NO_PILOT) return "none";
  if (param?.startsWith(MEMBER)) return { kind: "member", userId: param.slice(MEMBER.length) };
  return param?.startsWith(SERVICE) ? { kind: "service", name: param.slice(SERVICE.length) } : null;
}

/** A pilot as the address writes it. */
export function writePilotParam(pilot: ActionPilot | "none"): string {
  if (pilot === "none") return NO_PILOT;
  return pilot.kind === "member" ? `${MEMBER}${pilot.userId}` : `${SERVICE}${pilot.name}`;
}
