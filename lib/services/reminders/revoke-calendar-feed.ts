import "server-only";
import { revokeCalendarFeedOfUser } from "@/lib/data/calendar-feeds";
import type { Actor } from "@/lib/data/scope";

/** Revokes one of a user's own calendars; says whether there was one. */
export function revokeCalendarFeed(userId: string, feedId: string, actor: Actor): Promise<boolean> {
  return revokeCalendarFeedOfUser(userId, feedId, actor);
}
