import "server-only";
import type { Actor } from "@/lib/data/scope";
import { findUserByEmail } from "@/lib/data/users";
import { createApiKey } from "./create-api-key";

const DAY_MS = 86_400_000;
const AGE_DAYS = 20;

/** A key of the demonstration that ends soon, so that its list has something to say; nobody ever sees its secret. */
export async function makeDemonstrationKey(email: string, actor: Actor, now: Date): Promise<void> {
  const user = await findUserByEmail(email);
  if (!user) return;
  const madeAt = new Date(now.getTime() - AGE_DAYS * DAY_MS);
  await createApiKey(user.id, { name: "Relève des mesures", scope: "measures", days: 30 }, actor, madeAt);
}
