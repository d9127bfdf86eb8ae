import "server-only";
import { changeEmailByLink as changeEmail } from "@/lib/data/account-link-acceptance";
import { DomainError } from "@/lib/domain/errors";
import { hashLinkToken } from "./link-token";
import type { KnownOwner } from "./security/tell-owner";

/** Whom to tell: its owner at the address the account had; and whether the link was the first proof of one. */
export type EmailByLink = KnownOwner & { readonly isFirstProof: boolean };

/**
 * Gives an account the address its owner asked for; its other sessions end, and with a first proof all that was there.
 *
 * @throws {DomainError} LINK_OVER.
 */
export async function changeEmailByLink(token: string, keptSessionId: string | null, now: Date): Promise<EmailByLink> {
  const tokenSha256 = hashLinkToken(token);
  const former = tokenSha256 && (await changeEmail(tokenSha256, keptSessionId, now));
  if (!former) throw new DomainError("LINK_OVER", "the link leads nowhere");
  return { name: former.name, email: former.formerEmail, isFirstProof: former.ended !== null };
}
