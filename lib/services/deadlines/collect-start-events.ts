import "server-only";
import { listStartFacts } from "@/lib/data/start-facts";
import { formatDay } from "@/lib/format/format-date";
import type { DeadlineCollector } from "./deadline-collector";

/**
 * The start date that the DSO owes once the convention is signed by both (art. 3.1 and 8.2). Its letter answers it; so do
 * measures, of an operation that started without one being recorded. One query.
 */
export const collectStartEvents: DeadlineCollector = async (operations, { since }) => {
  const starts = await listStartFacts(operations.map(({ id }) => id));
  return starts
    .filter(({ toldDay, isMeasured }) => (toldDay === null ? !isMeasured : toldDay >= since))
    .map(({ operationId, signedDay, toldDay }) => ({
      operationId,
      rule: "start-notice",
      subject: { id: "start", text: `convention signée le ${formatDay(signedDay)}`, namesPerson: false },
      anchorDay: signedDay,
      doneOn: toldDay,
      path: "/echeances/courriers",
    }));
};
