import * as z from "zod";
import { daySearchParamSchema } from "./day";

const ROLE_FILTERS = ["consommateur", "producteur", "les-deux", "stockage"] as const;
const STATE_FILTERS = ["participe", "entree-prevue", "sortie-prevue", "sorti", "sans-date"] as const;

/** What the list of participants shows, from its address: anything unreadable counts as absent. */
export const participantFiltersSchema = z.object({
  role: z.enum(ROLE_FILTERS).optional().catch(undefined),
  etat: z.enum(STATE_FILTERS).optional().catch(undefined),
  consentement: z.enum(["manquant"]).optional().catch(undefined),
  jour: daySearchParamSchema,
});

export type ParticipantFilters = z.output<typeof participantFiltersSchema>;
