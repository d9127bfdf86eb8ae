import "server-only";
import { listWatchedComplaints } from "@/lib/data/complaints";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";
import { complaintEvents } from "./complaint-events";

/** Complaints and requests on data to forward, and answers awaited (art. 5.1.5 and 8.4.2). One query. */
export const collectComplaintDeadlines: DeadlineCollector = async (operations, { since }) => {
  const ids = operations.map(({ id }) => id);
  const complaints = await listWatchedComplaints(ids, since);
  return complaints.flatMap(complaintEvents).filter(({ doneOn }) => doneOn === null || doneOn >= since);
};
