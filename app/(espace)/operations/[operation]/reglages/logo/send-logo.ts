import type { ActionState } from "@/lib/schemas/action-state";

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

type ErrorAnswer = {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: { readonly issues?: readonly { readonly path: string; readonly message: string }[] };
  };
};

/** Posts to the very interface machines use. */
export async function sendLogo(address: string, body: FormData | "{}", done: string): Promise<ActionState> {
  try {
    const headers: HeadersInit = body === "{}" ? { "content-type": "application/json" } : {};
    const response = await fetch(address, { method: "POST", headers, body });
    if (response.ok) return { status: "done", message: done };
    const { error } = (await response.json()) as ErrorAnswer;
    const issues = error.details?.issues ?? [];
    const fieldErrors = Object.fromEntries(issues.map(({ path, message }) => [path, [message]]));
    return { status: "failed", code: error.code, message: error.message, fieldErrors };
  } catch {
    return { status: "failed", code: "UNREACHABLE", message: UNREACHABLE, fieldErrors: {} };
  }
}
