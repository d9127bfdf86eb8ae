import type { ImportReport } from "@/lib/domain/measures/import-report";

export type UploadAnswer =
  | { readonly kind: "report"; readonly report: ImportReport; readonly isRefused: boolean }
  | { readonly kind: "queued"; readonly importId: string }
  | { readonly kind: "failed"; readonly message: string };

const UNREACHABLE =
  "Le serveur ne répond pas. Vérifiez votre connexion, puis renvoyez les fichiers : rien n’a été enregistré.";

/** Posts files to the very interface machines use. XMLHttpRequest, because fetch cannot tell how much was sent. */
export function sendFiles(
  address: string,
  files: readonly File[],
  onSent: (sentBytes: number) => void,
): Promise<UploadAnswer> {
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/operations/${address}/measures`);
    request.upload.addEventListener("progress", ({ loaded }) => onSent(loaded));
    request.addEventListener("load", () => resolve(readAnswer(request)));
    request.addEventListener("error", () => resolve({ kind: "failed", message: UNREACHABLE }));
    request.send(body);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): UploadAnswer {
  try {
    const answer = JSON.parse(responseText);
    if (status === 202) return { kind: "queued", importId: answer.import.id };
    if (status < 300) return { kind: "report", report: answer.import.report, isRefused: false };
    const { message, details } = answer.error;
    if (details?.report) return { kind: "report", report: details.report, isRefused: true };
    return { kind: "failed", message };
  } catch {
    return { kind: "failed", message: UNREACHABLE };
  }
}
