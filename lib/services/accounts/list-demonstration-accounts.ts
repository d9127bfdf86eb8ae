import "server-only";
import { listUsersOfDomain } from "@/lib/data/users";

const DEMONSTRATION_DOMAIN = "prorata.example"; // reserved for examples: nobody's mail ends with it (RFC 6761, 6.5)

/** The accounts a visitor of the demonstration may try, as they exist. */
export function listDemonstrationAccounts(): Promise<readonly { readonly name: string; readonly email: string }[]> {
  return listUsersOfDomain(DEMONSTRATION_DOMAIN);
}
