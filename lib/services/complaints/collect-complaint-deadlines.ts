import "server-only";
import { listComplaints } from "@/lib/data/complaints";
import type { DeadlineCollector } from "@/lib/services/deadlines/deadline-collector";
import { complaintEvents } from "./complaint-events";

/** Complaints to forward, and answers awaited (art. 5.1.5). One query. */
export const collectComplaintDeadlines: DeadlineCollector = async (operations, { since }) => {
  const complaints = await listComplaints(operations.map(({ id }) => id));
  return complaints.flatMap(complaintEvents).filter(({ doneOn }) => doneOn === null || doneOn >= since);
};
