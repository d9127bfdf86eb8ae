export type UploadAnswer =
  /** Received: its own page shows what it would do, as soon as it is read. */
  { readonly kind: "received"; readonly importId: string } | { readonly kind: "failed"; readonly message: string };

const UNREACHABLE =
  "Le serveur ne répond pas. Vérifiez votre connexion, puis renvoyez les fichiers : rien n’a été enregistré.";

/** Posts files to the very interface machines use; nothing is written before a person confirms it. XMLHttpRequest, because fetch cannot tell how much was sent. */
export function sendFiles(
  address: string,
  files: readonly File[],
  onSent: (sentBytes: number) => void,
): Promise<UploadAnswer> {
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/operations/${address}/measures?hold=true`);
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () => resolve(readAnswer(request)));
    request.addEventListener("error", () => resolve({ kind: "failed", message: UNREACHABLE }));
    request.send(body);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): UploadAnswer {
  try {
    const answer = JSON.parse(responseText);
    if (status === 202) return { kind: "received", importId: answer.import.id };
    return { kind: "failed", message: answer.error.message };
  } catch {
    return { kind: "failed", message: UNREACHABLE };
  }
}
