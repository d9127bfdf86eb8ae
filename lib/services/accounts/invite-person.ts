import "server-only";
import { insertInvitation } from "@/lib/data/account-link-writing";
import type { InvitationTarget } from "@/lib/data/account-links";
import type { Actor } from "@/lib/data/scope";
import { linkLifetime } from "@/lib/domain/accounts/link-lifetime";
import { env } from "@/lib/env";
import { linkAddress } from "./link-address";
import { newLinkToken } from "./link-token";

export type { InvitationTarget };

export type InvitedPerson = { readonly email: string; readonly name: string };

export type InvitationOptions = {
  readonly now: Date;
  /** The link is wanted to be handed over although mails could be sent. */
  readonly isHandedOver?: boolean;
};

export type Invitation = {
  readonly linkId: string;
  /** To be shown once, then handed over; null: it is mailed. */
  readonly address: string | null;
};

/**
 * Invites somebody to what the caller was proven for. Nothing is granted before he accepts; who has an account already
 * accepts with it.
 *
 * @throws {DomainError} ALREADY_MEMBER when his address has what the invitation would open.
 */
export async function invitePerson(
  actor: Actor,
  target: InvitationTarget,
  invited: InvitedPerson,
  { now, isHandedOver = false }: InvitationOptions,
): Promise<Invitation> {
  const hasMail = env.MAIL !== null;
  if (hasMail && !isHandedOver) {
    const expiresAt = new Date(now.getTime() + linkLifetime("invitation", "waiting"));
    const link = { tokenSha256: null, expiresAt, isQueued: true };
    return { linkId: await insertInvitation(target, invited, actor, link, now), address: null };
  }
  const { token, tokenSha256 } = newLinkToken();
  const expiresAt = new Date(now.getTime() + linkLifetime("invitation", "handed_over"));
  const link = { tokenSha256, expiresAt, isQueued: false };
  return { linkId: await insertInvitation(target, invited, actor, link, now), address: linkAddress(token) };
}
