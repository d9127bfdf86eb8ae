import type { z } from "zod";
import type { perimeterFileAnswerSchema } from "@/lib/schemas/api/perimeter-file";

export type PerimeterFileOutcome = z.output<typeof perimeterFileAnswerSchema>["perimeterFile"];
export type PerimeterFileProblems = Pick<PerimeterFileOutcome, "fileName" | "problems" | "errorCount" | "warningCount">;

export type PerimeterFileResult =
  | { readonly kind: "compared"; readonly file: PerimeterFileOutcome }
  | { readonly kind: "refused"; readonly file: PerimeterFileProblems }
  | { readonly kind: "failed"; readonly message: string };

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

/** Posts a perimeter file to the very interface machines use. */
export async function sendPerimeterFile(address: string, file: File): Promise<PerimeterFileResult> {
  const body = new FormData();
  body.append("file", file, file.name);
  try {
    const response = await fetch(`/api/v1/operations/${address}/perimeter-file`, { method: "POST", body });
    const answer = await response.json();
    if (response.ok) return { kind: "compared", file: answer.perimeterFile };
    const { message, details } = answer.error;
    return details?.problems ? { kind: "refused", file: details } : { kind: "failed", message };
  } catch {
    return { kind: "failed", message: UNREACHABLE };
  }
}
