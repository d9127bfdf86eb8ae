import type * as z from "zod";
import type { referentialImportSchema } from "@/lib/schemas/api/climate-plan";

/** What the server says of a text, kept or only looked at. */
export type ReferentialResult = z.output<typeof referentialImportSchema>;

/** What came of sending files. */
export type ReferentialAnswer =
  | { readonly kind: "checked" | "stored" | "refused"; readonly result: ReferentialResult }
  | { readonly kind: "failed"; readonly message: string };

const UNREACHABLE =
  "Le serveur ne répond pas. Vérifiez la connexion, puis renvoyez les fichiers : rien n’a été enregistré.";

/** Sends the text of a referential; with `dryRun`, only to be told what it would do. */
export async function sendReferential(
  collectivity: string,
  files: readonly File[],
  dryRun: boolean,
): Promise<ReferentialAnswer> {
  const body = new FormData();
  for (const file of files) body.append("fichier", file, file.name);
  const address = `/api/v1/collectivities/${collectivity}/climate-plan/referential?dryRun=${dryRun}`;
  try {
    const response = await fetch(address, { method: "POST", body });
    const answer = await response.json();
    if (response.ok) return { kind: answer.isKept ? "stored" : "checked", result: answer };
    const { message, details } = answer.error;
    return details?.files ? { kind: "refused", result: details } : { kind: "failed", message };
  } catch {
    return { kind: "failed", message: UNREACHABLE };
  }
}
