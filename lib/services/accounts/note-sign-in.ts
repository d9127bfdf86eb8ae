import "server-only";
import { updateLastSignIn } from "@/lib/data/last-sign-in";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";

/** Notes the day of a session that was just opened, whatever the way in; the day alone, for who gives out accesses. */
export async function noteSignIn({
  userId,
  createdAt,
}: {
  readonly userId: string;
  readonly createdAt: Date;
}): Promise<void> {
  await updateLastSignIn(userId, parisCivilDate(createdAt.getTime()));
}
