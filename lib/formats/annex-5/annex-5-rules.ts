/** A requirement that a file of coefficients must meet, by its number. */
export type Annex5Rule = {
  readonly number: number;
  /** In French, as it is shown. */
  readonly title: string;
  /** Where the convention says it. */
  readonly article: string;
};

/**
 * What the operator refuses a file for, numbered once: the code of each problem starts with its rule, `R7_SUM_ABOVE_100`.
 *
 * A file with one fault, not mended by the fourth working day after the monthly anniversary, is as none at all: the
 * default key applies to the whole period (art. 4.4).
 *
 * @see Convention Enedis-FOR-CF_01E, art. 4.4 and annexe 5.
 */
export const ANNEX_5_RULES = {
  R1: { number: 1, title: "Nom du fichier et opération", article: "annexe 5" },
  R2: { number: 2, title: "Pas de temps", article: "annexe 5" },
  R3: { number: 3, title: "Période", article: "art. 4.4, annexe 5" },
  R4: { number: 4, title: "En-tête et contenu du fichier", article: "art. 4.4, annexe 5" },
  R5: { number: 5, title: "PRM du périmètre : aucun absent, aucun étranger", article: "art. 4.4, annexe 5" },
  R6: { number: 6, title: "Une ligne par pas de la période, ni plus ni moins", article: "art. 4.4, annexe 5" },
  R7: { number: 7, title: "Somme de 100 % au plus à chaque pas", article: "art. 4.4" },
  R8: {
    number: 8,
    title: "Format des valeurs : de 0 à 100 %, quatre décimales au plus",
    article: "art. 4.4, annexe 5",
  },
  R9: { number: 9, title: "Écriture du modèle : ordre des lignes, virgule, tirets", article: "annexe 5" },
} as const satisfies Readonly<Record<string, Annex5Rule>>;

/** The rule that a problem's code starts with; null for a code that is none of annexe 5. */
export function findAnnex5Rule(code: string): Annex5Rule | null {
  const [name = ""] = code.split("_");
  return Object.hasOwn(ANNEX_5_RULES, name) ? ANNEX_5_RULES[name as keyof typeof ANNEX_5_RULES] : null;
}
