import * as z from "zod";
import type { AuditObjectType } from "@/lib/domain/audit-action";
import { AUDIT_OBJECT_WORDS } from "@/lib/format/audit-object-words";
import { AUDIT_TOPICS, type AuditTopic, auditActionsOf } from "@/lib/format/describe-audit-action";
import { daySearchParamSchema } from "./day";
import { toTrailWindow, trailPlaceSchema } from "./trail-search";

/** How a write came in, as the journal's filter offers it. */
const WITHOUT_SCREEN = ["api_key", "job", "cli"] as const;

/** The address of a filtered journal: a link someone may have edited, so that anything unreadable counts as absent. */
export const journalSearchSchema = z.object({
  du: daySearchParamSchema,
  au: daySearchParamSchema,
  qui: z
    .union([z.uuid(), z.enum(WITHOUT_SCREEN)])
    .optional()
    .catch(undefined),
  quoi: z
    .enum(Object.keys(AUDIT_TOPICS) as AuditTopic[])
    .optional()
    .catch(undefined),
  objet: z
    .enum(Object.keys(AUDIT_OBJECT_WORDS) as AuditObjectType[])
    .optional()
    .catch(undefined),
  /** One object: « Historique de cet objet ». */
  id: z.uuid().optional().catch(undefined),
  avant: trailPlaceSchema.optional().catch(undefined),
});

export type JournalSearch = z.output<typeof journalSearchSchema>;

/** What a search asks of the trail: both days count. */
export function toJournalFilter({ du, au, qui, quoi, objet, id }: Omit<JournalSearch, "avant">) {
  const via = WITHOUT_SCREEN.find((way) => way === qui);
  return {
    ...toTrailWindow({ du, au }),
    actorUserId: via ? undefined : qui,
    via,
    actions: quoi && auditActionsOf(quoi),
    objectType: objet,
    objectId: id,
  };
}
