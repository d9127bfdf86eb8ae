import "server-only";
import { listTwoFactors } from "@/lib/data/two-factors";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { auth } from "@/lib/services/auth";
import { reencryptTwoFactors } from "./reencrypt-two-factors";

/** At the start after AUTH_SECRET changed: everything encrypted goes under the new one, and the log says when it has. */
export async function renewEncryption(): Promise<void> {
  if (env.AUTH_SECRETS_FORMER.length === 0) return;
  const outcome = await reencryptTwoFactors((await auth.$context).secretConfig, await listTwoFactors());
  log.info(outcome, "encrypted anew: AUTH_SECRETS_FORMER is no longer needed");
}
