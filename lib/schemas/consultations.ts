import * as z from "zod";
import { CONSULTED_OBJECTS } from "@/lib/domain/consultation";
import { journalSearchSchema, toJournalFilter } from "./journal";

/** The address of filtered consultations: what is unreadable counts as absent, as in the journal's. */
export const consultationSearchSchema = journalSearchSchema
  .pick({ du: true, au: true, qui: true, id: true, avant: true })
  .extend({
    vu: z.enum(CONSULTED_OBJECTS).optional().catch(undefined),
  });

export type ConsultationSearch = z.output<typeof consultationSearchSchema>;

/** What a search asks of the consultations: both days count. */
export function toConsultationFilter({ du, au, qui, id, vu }: Omit<ConsultationSearch, "avant">) {
  const { from, toExclusive, actorUserId, via } = toJournalFilter({
    du,
    au,
    qui,
    quoi: undefined,
    objet: undefined,
    id,
  });
  return { from, toExclusive, actorUserId, via, objectId: id, objectType: vu };
}
