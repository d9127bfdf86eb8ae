import "server-only";
import { findOpenAccountLink, type OpenAccountLink } from "@/lib/data/account-links";
import { hashLinkToken } from "./link-token";

export type { OpenAccountLink };

/**
 * What a link is for; null for one that is unknown, used, revoked or over alike. Looking changes nothing: mail scanners
 * follow links before people do.
 */
export async function openAccountLink(token: string, now: Date): Promise<OpenAccountLink | null> {
  const tokenSha256 = hashLinkToken(token);
  return tokenSha256 && findOpenAccountLink(tokenSha256, now);
}
