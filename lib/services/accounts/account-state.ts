import "server-only";
import { isActiveUser } from "@/lib/data/user-state";

/** What the library reads of an account beside what it knows; no request of its own may set them. */
export const ACCOUNT_STATE_FIELDS = {
  deactivatedAt: { type: "date", required: false, input: false },
  isInstanceAdmin: { type: "boolean", required: true, defaultValue: false, input: false },
} as const;

/** Whatever the way in – password, link, provider –, a deactivated account gets no session. */
export async function refuseDeactivatedAccount({ userId }: { readonly userId: string }): Promise<undefined | false> {
  return (await isActiveUser(userId)) ? undefined : false;
}
