import type { GlossaryKey } from "@/lib/content/glossary/glossary";

// Words that head columns and figures, as the product writes them everywhere.
const TERMS: Readonly<Record<string, GlossaryKey>> = {
  Production: "production",
  Injection: "production",
  Soutirage: "soutirage",
  Autoconsommé: "autoconsomme",
  Autoproduit: "autoproduit",
  Complément: "complement",
  Surplus: "surplus",
  "Taux d’autoconsommation": "taux-autoconsommation",
  "Taux d’autoproduction": "taux-autoproduction",
  "Taux de couverture": "taux-couverture",
  "Part du meilleur possible": "meilleur-possible",
  Coefficient: "coefficient",
  PRM: "prm",
  Économies: "economies",
  "CO₂ évité": "co2-evite",
  "Pas corrigés": "valeur-corrigee",
};

/** The entry of the glossary that says what a heading means, or `null` when it speaks for itself. */
export function termOfWord(word: string): GlossaryKey | null {
  return Object.hasOwn(TERMS, word) ? (TERMS[word] as GlossaryKey) : null;
}
