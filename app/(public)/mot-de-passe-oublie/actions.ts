"use server";

import { headers } from "next/headers";
import { requestPasswordSchema } from "@/lib/schemas/account-link";
import type { ActionState } from "@/lib/schemas/action-state";
import { runAction } from "@/lib/server/action";
import { requestPasswordLink } from "@/lib/services/accounts/request-password-link";

/** Answers alike whether or not the address has an account. */
export async function requestPasswordAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction(async () => {
    const { email } = requestPasswordSchema.parse(Object.fromEntries(form));
    await requestPasswordLink(email, await headers(), new Date());
    return undefined;
  });
}
