import "server-only";
import { type OpenAccountLink, openAccountLink } from "./open-account-link";

/**
 * What the page of a link asks before it does what it is for: nothing; a first password, with a name; another password; the
 * one the account has; or `either`: whoever answers says whether there is an account.
 */
export type LinkAsks = "nothing" | "first_password" | "new_password" | "current_password" | "either";

/** A link as its page shows it. */
export type ShownAccountLink = Omit<OpenAccountLink, "id" | "userId" | "isMailed"> & {
  /** Whether who looks is signed in to the account it is about. */
  readonly isOwn: boolean;
  readonly asks: LinkAsks;
};

/**
 * What the page of a link shows. An invitation that was mailed is read by whose address it is, and says whether there is an
 * account. One that was handed over may be in the inviter's own hands: it shows the same whether there is one or not, and
 * `acceptInvitation` tells it to who answers, a try at a time.
 *
 * @param viewerId - Who is signed in; null for nobody.
 * @returns Null for a link that leads nowhere, whatever the reason.
 */
export async function showAccountLink(
  token: string,
  viewerId: string | null,
  now: Date,
): Promise<ShownAccountLink | null> {
  const link = await openAccountLink(token, now);
  if (!link) return null;
  const { id: _id, userId, isMailed: _isMailed, ...shown } = link;
  const isOwn = viewerId !== null && viewerId === userId;
  return { ...shown, isOwn, asks: asksOf(link, isOwn) };
}

function asksOf({ kind, userId, isMailed, isFirstProof }: OpenAccountLink, isOwn: boolean): LinkAsks {
  if (kind === "password" || isFirstProof) return "new_password";
  if (kind === "email") return "nothing";
  if (isOwn) return "nothing";
  if (!isMailed) return "either";
  return userId === null ? "first_password" : "current_password";
}
