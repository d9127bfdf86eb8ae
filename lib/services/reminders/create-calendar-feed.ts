import "server-only";
import { randomBytes } from "node:crypto";
import { insertCalendarFeed } from "@/lib/data/calendar-feeds";
import type { Actor } from "@/lib/data/scope";
import { hashFeedToken } from "./hash-feed-token";

const TOKEN_BYTES = 32;

/**
 * Opens a calendar of a user's deadlines to the programs that know its address.
 *
 * @returns Its token, for the only time: a hash of it is stored.
 */
export async function createCalendarFeed(
  userId: string,
  name: string,
  actor: Actor,
): Promise<{ readonly id: string; readonly token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const id = await insertCalendarFeed(userId, actor, { name, tokenHash: hashFeedToken(token) });
  return { id, token };
}
