import "server-only";
import { type CalendarFeedSheet, listCalendarFeedsOfUser } from "@/lib/data/calendar-feeds";
import { findDigestFrequency } from "@/lib/data/reminder-settings";
import type { DigestFrequency } from "@/lib/domain/deadlines/is-digest-day";
import { env } from "@/lib/env";

export type Reminders = {
  readonly digest: DigestFrequency;
  /** Whether a mail server is set up; without one no digest goes. */
  readonly hasMail: boolean;
  /** Those that can be read, latest first. */
  readonly feeds: readonly CalendarFeedSheet[];
};

/** How a user is reminded of what is to do. */
export async function readReminders(userId: string): Promise<Reminders> {
  const [digest, feeds] = await Promise.all([findDigestFrequency(userId), listCalendarFeedsOfUser(userId)]);
  return { digest, hasMail: env.MAIL !== null, feeds };
}
