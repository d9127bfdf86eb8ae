import "server-only";
import { cookies, headers } from "next/headers";
import { knowBrowser } from "@/lib/services/accounts/known-browser";

/**
 * From a server action: this browser has just proven an account, so that strangers’ guesses no longer make it wait.
 *
 * @param account - E-mail address of the account.
 */
export async function trustBrowser(account: string): Promise<void> {
  const { name, value, options } = knowBrowser(await headers(), account);
  (await cookies()).set(name, value, options);
}
