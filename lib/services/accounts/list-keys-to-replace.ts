import "server-only";
import { listApiKeysOfUser } from "@/lib/data/api-keys";
import { apiKeyState } from "@/lib/domain/access/api-key-state";
import { ENDING_SOON_DAYS } from "@/lib/domain/access/api-key-terms";
import { lifeOfKey } from "@/lib/domain/access/life-of-key";

/** A key whose end its owner has to see to. */
export type KeyToReplace = {
  readonly id: string;
  readonly name: string;
  /** The first instant at which it opens nothing. */
  readonly expiresAt: Date;
  readonly hasEnded: boolean;
};

const DAY_MS = 86_400_000;

/**
 * The keys of a user that end soon, and those that have ended within a month, unless another took over; the first to end
 * first. What ended earlier is forgotten by whoever used it.
 */
export async function listKeysToReplace(userId: string, now: Date): Promise<readonly KeyToReplace[]> {
  const nowMs = now.getTime();
  const keys = (await listApiKeysOfUser(userId)).flatMap((key) => {
    const { id, name, expiresAt, isReplaced } = key;
    if (!expiresAt || isReplaced) return [];
    const state = apiKeyState(lifeOfKey(key), nowMs);
    const hasEnded = state === "ended";
    const isRecent = hasEnded && nowMs - expiresAt.getTime() < ENDING_SOON_DAYS.long * DAY_MS;
    return state === "ending" || isRecent ? [{ id, name, expiresAt, hasEnded }] : [];
  });
  return keys.sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}
