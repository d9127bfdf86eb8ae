/** What a person is told of a sending, and beside which fields. */
export type PostResult =
  | { readonly kind: "done"; readonly id: string }
  /** It is recorded, but its paper is not joined. */
  | { readonly kind: "unjoined"; readonly id: string; readonly message: string }
  | { readonly kind: "failed"; readonly message: string; readonly fieldErrors: Readonly<Record<string, string>> };

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

type Issue = { readonly path: string; readonly message: string };
type ErrorAnswer = {
  readonly error: {
    readonly message: string;
    readonly details?: { readonly issues?: readonly Issue[]; readonly field?: string };
  };
};

/**
 * Posts an entry, then its paper, to the very interface machines use.
 *
 * @param documents - Where the paper goes, given the id of what was recorded.
 */
export async function postEntry(
  address: string,
  body: Readonly<Record<string, unknown>>,
  file: File | null,
  documents: (id: string) => string,
): Promise<PostResult> {
  const answer = await post(address, {
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.kind !== "done" || file === null) return answer;
  const joined = await postFile(documents(answer.id), file);
  return joined.kind === "failed" ? { kind: "unjoined", id: answer.id, message: joined.message } : answer;
}

/** Posts a paper alone. */
export function postFile(address: string, file: File): Promise<Exclude<PostResult, { kind: "unjoined" }>> {
  const body = new FormData();
  body.append("file", file, file.name);
  return post(address, { body });
}

async function post(
  address: string,
  init: Pick<RequestInit, "headers" | "body">,
): Promise<Exclude<PostResult, { kind: "unjoined" }>> {
  try {
    const response = await fetch(address, { method: "POST", ...init });
    const answer: unknown = await response.json();
    if (response.ok) return { kind: "done", id: idOf(answer) };
    const { message, details } = (answer as ErrorAnswer).error;
    const beside = details?.field ? [{ path: details.field, message }] : [];
    const issues = details?.issues ?? beside;
    return {
      kind: "failed",
      message,
      fieldErrors: Object.fromEntries(issues.map((issue) => [issue.path, issue.message])),
    };
  } catch {
    return { kind: "failed", message: UNREACHABLE, fieldErrors: {} };
  }
}

/** Answers hold one thing under its name: `{ complaint: { id } }`. */
function idOf(answer: unknown): string {
  const [thing] = Object.values(answer as Readonly<Record<string, { readonly id?: string }>>);
  return thing?.id ?? "";
}
