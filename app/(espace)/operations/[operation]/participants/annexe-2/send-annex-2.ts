import type { Annex2Outcome } from "@/components/registry/annex-2-view";

export type Annex2Result =
  | { readonly kind: "checked" | "applied" | "unchanged" | "refused"; readonly annex2: Annex2Outcome }
  | { readonly kind: "failed"; readonly message: string };

const UNREACHABLE = "Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : rien n’a été enregistré.";

/** Posts a workbook to the very interface machines use. */
export async function sendAnnex2(
  address: string,
  file: File,
  { effectDate, dryRun }: { effectDate: string; dryRun: boolean },
): Promise<Annex2Result> {
  const body = new FormData();
  body.append("file", file, file.name);
  const query = new URLSearchParams({ effectDate, dryRun: String(dryRun) });
  try {
    const response = await fetch(`/api/v1/operations/${address}/annex-2?${query}`, { method: "POST", body });
    const answer = await response.json();
    if (response.ok) return { kind: kindOf(answer.annex2), annex2: answer.annex2 };
    const { message, details } = answer.error;
    return details?.problems ? { kind: "refused", annex2: details } : { kind: "failed", message };
  } catch {
    return { kind: "failed", message: UNREACHABLE };
  }
}

// A check that finds nothing to change needs no second click.
function kindOf({ status, difference }: Annex2Outcome & { status: "checked" | "applied" | "unchanged" }) {
  if (status !== "checked" || !difference) return status;
  const { entered, left, changed, kind, management } = difference;
  const isSame = entered.length + left.length + changed.length === 0 && kind === null && management === null;
  return isSame ? "unchanged" : "checked";
}
