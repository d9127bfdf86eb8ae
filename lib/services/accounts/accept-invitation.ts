import "server-only";
import { hashPassword } from "better-auth/crypto";
import { type Accepting, acceptInvitation as accept } from "@/lib/data/account-link-acceptance";
import type { OpenAccountLink } from "@/lib/data/account-links";
import { DomainError } from "@/lib/domain/errors";
import { assertPassword } from "./assert-password";
import { isSignInPassword } from "./is-sign-in-password";
import { hashLinkToken } from "./link-token";
import { openAccountLink } from "./open-account-link";
import { type Attempt, takeAttempt } from "./take-attempt";

export type InvitationAnswer = {
  readonly token: string;
  /** Of somebody new; empty: as the inviter wrote it. */
  readonly name: string;
  /**
   * A first one, or that of the account the invited address has; not asked of who is signed in to it. Of an account whose
   * address nobody had proven, a mailed invitation takes another one instead: who chose the first may have been somebody else.
   */
  readonly password: string;
  /** Asked of a link that was handed over, whose page does not know: whether its bearer says the address has an account. */
  readonly hasAccount: boolean;
};

type AnswerContext = {
  readonly now: Date;
  readonly headers: Headers;
  /** Who is signed in; null for nobody. */
  readonly userId: string | null;
};

/**
 * Accepts an invitation: as the account of the invited address, else with a first password.
 *
 * @throws {DomainError} LINK_OVER, WEAK_PASSWORD, WRONG_PASSWORD, WRONG_CREDENTIALS, ACCOUNT_EXISTS,
 *   RIGHTS_EXCLUDE_EACH_OTHER or TOO_MANY_ATTEMPTS.
 */
export async function acceptInvitation(answer: InvitationAnswer, context: AnswerContext): Promise<OpenAccountLink> {
  const { now } = context;
  const tokenSha256 = hashLinkToken(answer.token);
  const link = await openAccountLink(answer.token, now);
  if (!tokenSha256 || link?.kind !== "invitation") throw new DomainError("LINK_OVER", "the link leads nowhere");
  const { accepting, attempt } = await findAccepting(link, answer, context);
  const outcome = await accept(tokenSha256, accepting, now);
  if (outcome === "over") throw new DomainError("LINK_OVER", "the link leads nowhere");
  if (outcome === "account_exists") throw new DomainError("ACCOUNT_EXISTS", "the address has an account by now");
  if (outcome === "refused") throw new DomainError("RIGHTS_EXCLUDE_EACH_OTHER", "rights that exclude each other");
  await attempt?.giveBack(); // not before: what fails here has told whether the address has an account
  return link;
}

async function findAccepting(
  link: OpenAccountLink,
  answer: InvitationAnswer,
  context: AnswerContext,
): Promise<Answered> {
  const { userId, isMailed } = link;
  if (!isMailed && (userId === null || userId !== context.userId)) return asBearer(link, answer, context.headers);
  const accepting = userId === null ? await asSomebodyNew(link, answer) : await asOwner(link, answer, context);
  return { accepting, attempt: null };
}

/** Who accepts, and the try at signing in that stays counted unless he succeeds. */
type Answered = { readonly accepting: Accepting; readonly attempt: Attempt | null };

/**
 * Of a link that was handed over, the bearer may be the inviter, who made it to learn whether an address has an account:
 * he learns it as who signs in with a wrong password would, by a try that counts, and where there is none by making it.
 */
async function asBearer(link: OpenAccountLink, answer: InvitationAnswer, headers: Headers): Promise<Answered> {
  const { userId, email } = link;
  const { hasAccount, password } = answer;
  if (!hasAccount) assertPassword(password, email);
  const attempt = await takeAttempt("sign_in", { account: email, headers });
  const isRight = await isSignInPassword(email, password);
  if (hasAccount && !isRight) {
    throw new DomainError("WRONG_CREDENTIALS", "no such account or password", { details: { field: "password" } });
  }
  if (userId !== null && !isRight) {
    throw new DomainError("ACCOUNT_EXISTS", "the address has an account", { details: { field: "account" } });
  }
  const accepting = userId === null ? await asSomebodyNew(link, answer) : ({ kind: "existing", userId } as const);
  return { accepting, attempt };
}

async function asSomebodyNew(link: OpenAccountLink, { name, password }: InvitationAnswer): Promise<Accepting> {
  assertPassword(password, link.email);
  return { kind: "new", name: name || (link.name ?? ""), passwordHash: await hashPassword(password) };
}

async function asOwner(
  { userId, email, isFirstProof }: OpenAccountLink,
  { password }: InvitationAnswer,
  context: AnswerContext,
): Promise<Accepting> {
  if (userId === null) throw new Error("an account was looked for that is not there");
  if (isFirstProof) {
    assertPassword(password, email);
    return { kind: "proving", userId, passwordHash: await hashPassword(password) };
  }
  if (context.userId !== userId) await provePassword(email, password, context.headers);
  return { kind: "existing", userId };
}

async function provePassword(email: string, password: string, headers: Headers): Promise<void> {
  const attempt = await takeAttempt("sign_in", { account: email, headers });
  if (!(await isSignInPassword(email, password))) {
    throw new DomainError("WRONG_PASSWORD", "not the password of the account", { details: { field: "password" } });
  }
  await attempt.giveBack();
}
