import "server-only";
import { listUntoldExits } from "@/lib/data/dso-exits";
import type { DeadlineCollector } from "./deadline-collector";

/**
 * The notice that the DSO owes of an ended or suspended contract whose exit the registry knows already (art. 3.2.2.1 and
 * 3.2.2.3). Its letter, once recorded, tells the rest. One query.
 */
export const collectExitEvents: DeadlineCollector = async (operations, { since }) => {
  const exits = await listUntoldExits(
    operations.map(({ id }) => id),
    since,
  );
  return exits.map(({ operationId, meteringPointId, prm, cause, day }) => ({
    operationId,
    rule: cause === "contract_ended" ? "exit-by-termination" : "suspension-notice-prm",
    subject: { id: `${meteringPointId}-${day}`, text: `PRM ${prm}`, namesPerson: true },
    anchorDay: day,
    doneOn: null,
    path: "/echeances/courriers",
  }));
};
