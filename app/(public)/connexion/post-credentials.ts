import { formatWait } from "@/lib/format/format-wait";

export type SignInOutcome =
  | { readonly status: "open" }
  /** The password was right, and a code is asked for. */
  | { readonly status: "code" }
  | { readonly status: "refused"; readonly httpStatus: number; readonly problem: string };

const FOREIGN_ADDRESS =
  "La page a été ouverte à une autre adresse que celle de l’installation. Ouvrez l’adresse officielle, puis réessayez.";
const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.";

/**
 * Sends one step of signing in.
 *
 * @param wrong - What a refusal of what was typed says.
 */
export async function postCredentials(
  path: "sign-in/email" | "two-factor/verify-totp" | "two-factor/verify-backup-code",
  fields: Readonly<Record<string, unknown>>,
  wrong: string,
): Promise<SignInOutcome> {
  try {
    const answer = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(fields),
    });
    if (answer.ok) {
      const { twoFactorRedirect }: { readonly twoFactorRedirect?: unknown } = await answer.json();
      return { status: twoFactorRedirect === true ? "code" : "open" };
    }
    return { status: "refused", httpStatus: answer.status, problem: problemOf(answer, wrong) };
  } catch {
    return { status: "refused", httpStatus: 0, problem: UNREACHABLE };
  }
}

// Refused before it was compared: no password is that long, so it is wrong too.
const WRONG = [400, 401, 413];

// A browser that has signed in to the account before never waits for what strangers tried.
function problemOf(answer: Response, wrong: string): string {
  if (WRONG.includes(answer.status)) return wrong;
  if (answer.status === 403) return FOREIGN_ADDRESS;
  if (answer.status !== 429) return UNREACHABLE;
  const seconds = Number(answer.headers.get("retry-after") ?? answer.headers.get("x-retry-after") ?? 900);
  return `Trop d’essais : celui-ci n’a pas été vérifié. Réessayez dans ${formatWait(seconds)}.`;
}
