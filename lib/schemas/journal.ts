import * as z from "zod";
import type { AuditObjectType } from "@/lib/domain/audit-action";
import { addDays } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { AUDIT_OBJECT_WORDS } from "@/lib/format/audit-object-words";
import { AUDIT_TOPICS, type AuditTopic, auditActionsOf } from "@/lib/format/describe-audit-action";
import { daySearchParamSchema } from "./day";

/** How a write came in, as the journal's filter offers it. */
const WITHOUT_SCREEN = ["api_key", "job", "cli"] as const;

const PLACE = /^(\d{1,15})_([0-9a-f-]{36})$/;

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
  avant: z.string().regex(PLACE).optional().catch(undefined),
});

export type JournalSearch = z.output<typeof journalSearchSchema>;

/** What a search asks of the trail: both days count. */
export function toJournalFilter({ du, au, qui, quoi, objet, id }: Omit<JournalSearch, "avant">) {
  const via = WITHOUT_SCREEN.find((way) => way === qui);
  return {
    from: du && new Date(parisMidnightMs(du)),
    toExclusive: au && new Date(parisMidnightMs(addDays(au, 1))),
    actorUserId: via ? undefined : qui,
    via,
    actions: quoi && auditActionsOf(quoi),
    objectType: objet,
    objectId: id,
  };
}

/** The place a page starts after, from the address. */
export function toJournalPlace({
  avant,
}: Pick<JournalSearch, "avant">): { readonly at: Date; readonly id: string } | null {
  const [, ms, id] = (avant && PLACE.exec(avant)) || [];
  return ms && id && z.uuid().safeParse(id).success ? { at: new Date(Number(ms)), id } : null;
}
