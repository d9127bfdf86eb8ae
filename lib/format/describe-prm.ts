import { parsePrm } from "@/lib/domain/identifiers/parse-prm";
import { formatCount } from "./format-number";

/** Why a text is no PRM; null when it is one. */
export function prmProblem(text: string): string | null {
  const typed = text.replace(/^\s*'/, "").replaceAll(/\s/g, "");
  if (typed === "") return "Donnez le numéro du PRM, 14 chiffres.";
  if (parsePrm(text)) return null;
  if (!/^\d+$/.test(typed)) return "Un PRM n’a que des chiffres, 14 en tout.";
  return `Un PRM a 14 chiffres ; celui-ci en a ${typed.length}.`;
}

/** What a PRM that is being typed, or is unusual, makes one look at again; null when there is nothing to say. */
export function prmRemark(text: string): string | null {
  const typed = text.replace(/^\s*'/, "").replaceAll(/\s/g, "");
  if (!/^\d+$/.test(typed)) return null;
  if (typed.length < 13) return `${formatCount(typed.length, "chiffre", "chiffres")} sur 14`;
  const parsed = parsePrm(text);
  if (parsed?.doubts.includes("zero_lost")) {
    return `13 chiffres : un tableur a sans doute retiré un zéro au début. Il sera enregistré ${parsed.prm}.`;
  }
  return parsed?.doubts.includes("unusual_check_digits")
    ? "Ses deux derniers chiffres, de contrôle, ne sont pas ceux attendus : comparez avec la facture."
    : null;
}
