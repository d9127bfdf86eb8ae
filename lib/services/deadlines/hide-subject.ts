import type { Deadline } from "@/lib/domain/deadlines/deadline";

/** A deadline as whoever may not read words is given it: without a subject that may name a person. */
export const hideSubject = (deadline: Deadline): Deadline =>
  deadline.subject.namesPerson ? { ...deadline, subject: { ...deadline.subject, text: "" } } : deadline;
