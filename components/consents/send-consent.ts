/** What a person is told of a refusal, and beside which fields. */
export type SendResult =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly message: string; readonly fieldErrors: Readonly<Record<string, string>> };

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

type ErrorAnswer = {
  readonly error: {
    readonly message: string;
    readonly details?: { readonly issues?: readonly { readonly path: string; readonly message: string }[] };
  };
};

/** Posts a consent, or its document, to the very interface machines use. */
export async function sendConsent(address: string, document: File | null): Promise<SendResult> {
  const body = new FormData();
  if (document) body.append("file", document, document.name);
  try {
    const response = await fetch(address, { method: "POST", ...(document ? { body } : {}) });
    if (response.ok) return { kind: "done" };
    const { error } = (await response.json()) as ErrorAnswer;
    const issues = error.details?.issues ?? [];
    return {
      kind: "failed",
      message: error.message,
      fieldErrors: Object.fromEntries(issues.map(({ path, message }) => [path, message])),
    };
  } catch {
    return { kind: "failed", message: UNREACHABLE, fieldErrors: {} };
  }
}
