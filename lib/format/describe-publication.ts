import type { MaskedCount } from "@/lib/domain/publishing/count-participants";
import type { SideJudgement } from "@/lib/domain/publishing/judge-months";
import { formatCount, formatNumber } from "./format-number";

/** How many of a kind take part; one or two are not told apart. */
export function describeMaskedCount(count: MaskedCount): string {
  if (count === null) return "moins de trois";
  return count === 0 ? "aucun" : formatNumber(count);
}

const REASONS: Readonly<Record<SideJudgement, string>> = {
  shown: "publiable",
  too_few: "retenu : moins de trois participants protégés derrière ce chiffre",
  isolates: "retenu : comparé à d’autres mois, il révélerait un ou deux participants",
};

/** What becomes of a figure, and why. */
export function describeSideJudgement(judgement: SideJudgement): string {
  return REASONS[judgement];
}

type JudgedMonth = { readonly shared: SideJudgement };

/** What opening the public page makes public, before it is done. */
export function describePublicationStart(months: readonly JudgedMonth[]): readonly string[] {
  const whole = months.filter(({ shared }) => shared === "shown").length;
  const held = months.length - whole;
  return [
    "La page et ses données ouvertes pourront être lues, copiées et réutilisées par tous, sans compte.",
    whole === 0
      ? "Aucun mois ne paraît en entier pour l’instant."
      : `${formatCount(whole, "mois paraît", "mois paraissent")} en entier.`,
    ...(held > 0 ? [`${formatCount(held, "mois est retenu", "mois sont retenus")} en tout ou partie.`] : []),
    "Les prochaines périodes paraîtront à leur clôture.",
  ];
}

/** What an administrator decided. */
export function describeDecision({ isOn, isIndexed }: { readonly isOn: boolean; readonly isIndexed: boolean }): string {
  if (!isOn) return "Page fermée";
  return isIndexed ? "Page ouverte, moteurs de recherche admis" : "Page ouverte, moteurs de recherche écartés";
}
