import "server-only";
import { listApiKeysOfUser } from "@/lib/data/api-keys";
import { listCalendarFeedsOfUser } from "@/lib/data/calendar-feeds";

/** The keys and calendars of a user that still open something, as he named them: « clé « relève » ». */
export async function nameKeys(userId: string, now: Date): Promise<readonly string[]> {
  const [keys, feeds] = await Promise.all([listApiKeysOfUser(userId), listCalendarFeedsOfUser(userId)]);
  const open = keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  return [
    ...open.map(({ name }) => `clé «\u00a0${name}\u00a0»`),
    ...feeds.map(({ name }) => `calendrier «\u00a0${name}\u00a0»`),
  ];
}
