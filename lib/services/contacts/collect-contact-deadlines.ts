import "server-only";
import { listContactChanges } from "@/lib/data/contact-changes";
import { PARTY_LABELS } from "@/lib/format/operation-labels";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";

/** New contact details on their way to bind (art. 8.10). One query. */
export const collectContactDeadlines: DeadlineCollector = async (operations, { since }) => {
  const changes = await listContactChanges(operations.map(({ id }) => id));
  return changes
    .filter(({ bindingDay }) => bindingDay >= since)
    .map(({ operationId, id, role, noticeDay }) => ({
      operationId,
      rule: "address-change",
      subject: { id, text: PARTY_LABELS[role], namesPerson: false },
      anchorDay: noticeDay,
      doneOn: null,
      path: "/reglages/interlocuteurs",
    }));
};
