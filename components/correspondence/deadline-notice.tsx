import { Notice } from "@/components/ui/notice";
import type { Deadline } from "@/lib/domain/deadlines/deadline";
import {
  describeArticles,
  describeConsequence,
  describeDeadline,
  describeDeadlineState,
  describeDueDay,
} from "@/lib/format/describe-deadline";

/** The delay that runs for the one thing a page is about: what, until when, and what follows when it is missed. */
export function DeadlineNotice({ deadline }: { deadline: Deadline }) {
  const { text, tone } = describeDeadlineState(deadline);
  const task = describeDeadline({ ...deadline, subject: { ...deadline.subject, text: "" } });
  const articles = describeArticles(deadline);
  return (
    <Notice tone={tone === "danger" ? "danger" : "warning"} title={`${task}, ${describeDueDay(deadline)} (${text})`}>
      {describeConsequence(deadline)} {articles && `Convention, ${articles}.`}
    </Notice>
  );
}
