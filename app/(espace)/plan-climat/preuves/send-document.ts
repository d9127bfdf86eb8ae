import type { ActionState } from "@/lib/schemas/action-state";

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

type ErrorAnswer = {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: { readonly issues?: readonly { readonly path: string; readonly message: string }[] };
  };
};

export type EvidenceFields = {
  readonly collectivity: string;
  readonly nodes: readonly string[];
  readonly title: string;
  readonly day: string;
  readonly note: string;
};

/** Posts a document to the very interface machines use. */
export async function sendDocument(
  { collectivity, nodes, ...words }: EvidenceFields,
  document: File,
): Promise<ActionState> {
  const query = new URLSearchParams({ nodes: nodes.join(","), ...words });
  const body = new FormData();
  body.append("file", document, document.name);
  try {
    const address = `/api/v1/collectivities/${collectivity}/climate-plan/evidence?${query}`;
    const response = await fetch(address, { method: "POST", body });
    if (response.ok) return { status: "done", message: "Le document est joint." };
    const { error } = (await response.json()) as ErrorAnswer;
    const issues = error.details?.issues ?? [];
    const fieldErrors = Object.fromEntries(issues.map(({ path, message }) => [path.split(".")[0], [message]]));
    return { status: "failed", code: error.code, message: error.message, fieldErrors };
  } catch {
    return { status: "failed", code: "UNREACHABLE", message: UNREACHABLE, fieldErrors: {} };
  }
}
