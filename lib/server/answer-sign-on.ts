import "server-only";
import type { SignOnRefusal } from "@/lib/format/sign-on-refusal";

/** What better-auth writes behind `error=`, and the provider itself. */
const MOTIVES: Readonly<Record<string, SignOnRefusal>> = {
  access_denied: "refus",
  login_required: "refus",
  consent_required: "refus",
  interaction_required: "refus",
  state_mismatch: "reprise",
  state_invalid: "reprise",
  state_not_found: "reprise",
  state_security_mismatch: "reprise",
  please_restart_the_process: "reprise",
  signup_disabled: "compte",
  account_not_linked: "compte",
  unable_to_link_account: "compte",
  unable_to_create_session: "desactive",
  ACCOUNT_DEACTIVATED: "desactive",
  invalid_code: "preuve",
  issuer_mismatch: "preuve",
  nonce_binding_missing: "preuve",
  unable_to_get_user_info: "preuve",
  oauth_provider_not_found: "preuve",
};

/**
 * Where somebody who came back from the provider is sent: to a page of ours in any case, with a reason that says no
 * more than it should. The provider's own words are dropped: they are in an address, and anybody can write one.
 */
export function answerSignOn(answer: Response | null): Response {
  const location = answer?.headers.get("location") ?? null;
  const target = location === null ? null : new URL(location, "http://self.invalid");
  const error = target === null ? "" : target.searchParams.get("error");
  const headers = new Headers({ location: error === null ? (location ?? "/") : refusedAt(target?.pathname, error) });
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append("set-cookie", cookie);
  return new Response(null, { status: 302, headers });
}

function refusedAt(page: string | undefined, error: string): string {
  if (page === "/compte") return "/compte?motif=liaison";
  return `/connexion?motif=${(Object.hasOwn(MOTIVES, error) ? MOTIVES[error] : undefined) ?? "erreur"}`;
}
