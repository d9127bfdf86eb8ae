import type { z } from "zod";
import type { annex5AnswerSchema } from "@/lib/schemas/api/annex-5";

export type Annex5Outcome = z.output<typeof annex5AnswerSchema>["annex5"];
export type Annex5Problems = Pick<Annex5Outcome, "fileName" | "problems" | "errorCount" | "warningCount">;

export type Annex5Result =
  | { readonly kind: "checked" | "stored"; readonly file: Annex5Outcome }
  | { readonly kind: "refused"; readonly file: Annex5Problems }
  | { readonly kind: "failed"; readonly message: string };

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

/** Posts a file of coefficients to the very interface machines use. */
export async function sendAnnex5(
  address: string,
  file: File,
  { from, dryRun }: { readonly from: string; readonly dryRun: boolean },
): Promise<Annex5Result> {
  const body = new FormData();
  body.append("file", file, file.name);
  const query = new URLSearchParams({ from, dryRun: String(dryRun) });
  try {
    const response = await fetch(`/api/v1/operations/${address}/coefficients/annex-5?${query}`, {
      method: "POST",
      body,
    });
    const answer = await response.json();
    if (response.ok) return { kind: answer.annex5.status, file: answer.annex5 };
    const { message, details } = answer.error;
    return details?.problems ? { kind: "refused", file: details } : { kind: "failed", message };
  } catch {
    return { kind: "failed", message: UNREACHABLE };
  }
}
