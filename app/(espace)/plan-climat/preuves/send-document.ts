import type { ActionState } from "@/lib/schemas/action-state";

// The document may have arrived and its answer been lost on the way back.
const UNKNOWN_OUTCOME =
  "La réponse du serveur s’est perdue. Vérifiez votre connexion, puis rechargez la page : si la preuve est dans la liste, elle est jointe ; sinon, envoyez-la de nouveau.";

/** Whether anything was written is not known. */
export const UNKNOWN_OUTCOME_CODE = "UNREACHABLE";

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
  const body = new FormData();
  body.append("nodes", nodes.join(","));
  // Words may name somebody: addresses stand in the logs of servers on the way.
  for (const [name, value] of Object.entries(words)) body.append(name, value);
  body.append("file", document, document.name);
  try {
    const address = `/api/v1/collectivities/${collectivity}/climate-plan/evidence`;
    const response = await fetch(address, { method: "POST", body });
    if (response.ok) return { status: "done", message: "Le document est joint." };
    const { error } = (await response.json()) as ErrorAnswer;
    const issues = error.details?.issues ?? [];
    const fieldErrors = Object.fromEntries(issues.map(({ path, message }) => [path.split(".")[0], [message]]));
    return { status: "failed", code: error.code, message: error.message, fieldErrors };
  } catch {
    return { status: "failed", code: UNKNOWN_OUTCOME_CODE, message: UNKNOWN_OUTCOME, fieldErrors: {} };
  }
}
