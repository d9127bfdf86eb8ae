import "server-only";
import { takeCalendarFeed } from "@/lib/data/calendar-feeds";
import { hashFeedToken } from "./hash-feed-token";

/** More than any calendar program asks for; what goes on is told to wait. [reads/h] */
const READS_PER_HOUR = 60;

/** Whose calendar a token opens; null for one that opens nothing. `isOver` when it was read too often within the hour. */
export async function openCalendarFeed(
  token: string,
): Promise<{ readonly userId: string; readonly isOver: boolean } | null> {
  const feed = await takeCalendarFeed(hashFeedToken(token));
  return feed && { userId: feed.userId, isOver: feed.readCount > READS_PER_HOUR };
}
