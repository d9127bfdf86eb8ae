import type { FileProblem } from "@/lib/formats/file-problem";

export type ReportResult =
  | { readonly kind: "kept" }
  | { readonly kind: "failed"; readonly message: string; readonly problems: readonly FileProblem[] };

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

/** Posts the operator's coefficients to the very interface machines use. */
export async function sendReportedCoefficients(address: string, from: string, file: File): Promise<ReportResult> {
  const body = new FormData();
  body.append("file", file, file.name);
  const url = `/api/v1/operations/${address}/coefficients/reported?from=${from}`;
  try {
    const response = await fetch(url, { method: "POST", body });
    if (response.ok) return { kind: "kept" };
    const { message, details } = (await response.json()).error;
    return { kind: "failed", message, problems: details?.problems ?? [] };
  } catch {
    return { kind: "failed", message: UNREACHABLE, problems: [] };
  }
}
