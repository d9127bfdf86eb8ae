import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "./format-date";

type EndingOf = { readonly ending: "suspension" | "termination"; readonly effectDay: CivilDate };

/**
 * What a participant is told of a suspension or of the end of the convention, as a letter and as a mail.
 *
 * @see Convention Enedis-FOR-CF_01E, art. 8.5.2 and 8.6.2.
 */
export function composeEndingMessage(
  { ending, effectDay }: EndingOf,
  operation: { readonly name: string },
  isProducer: boolean,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  const isSuspension = ending === "suspension";
  const what = isSuspension ? "suspendue" : "résiliée";
  return {
    subject: `${isSuspension ? "suspension" : "fin"} de l’opération « ${operation.name} »`,
    paragraphs: [
      "Madame, Monsieur,",
      `La convention de l’opération d’autoconsommation collective « ${operation.name} », à laquelle vous participez, est ${what} à partir du ${formatDay(effectDay)}.`,
      isProducer
        ? "À partir de ce jour, l’électricité que vous injectez n’est plus partagée. Si ce n’est pas fait, désignez au plus vite un responsable d’équilibre pour elle ; à défaut, elle est rattachée à celui que vous aviez désigné."
        : "À partir de ce jour, aucune part de la production locale ne vous est plus comptée : votre fournisseur vous facture toute l’électricité que vous consommez. Votre contrat avec lui et votre accès au réseau ne changent pas.",
      isSuspension
        ? "Nous vous préviendrons quand le partage reprendra, ou s’il ne reprend pas."
        : "Les données de l’opération restent conservées et protégées comme votre accord le prévoit.",
    ],
  };
}
