/** What the words of a report to the council mean. */
export const REPORT_DEFINITIONS: readonly (readonly [string, string])[] = [
  ["Produit", "l’énergie que les installations de l’opération ont donnée au réseau."],
  [
    "Utilisé (autoconsommé)",
    "la part de cette énergie que les participants ont consommée au même moment, au pas de temps de l’opération.",
  ],
  ["Surplus", "produit moins utilisé ; il va à l’acheteur de chaque producteur."],
  ["Soutiré", "l’énergie que les compteurs des participants ont prise au réseau, celle de l’opération comprise."],
  ["Complément", "soutiré moins utilisé ; il est facturé par le fournisseur de chacun."],
  [
    "Économisé",
    "ce que les consommateurs auraient payé sans l’opération, moins ce qu’ils paient avec elle, aux prix saisis.",
  ],
  ["Recette", "ce que les consommateurs paient à un producteur et ce que rapporte son surplus, hors taxes."],
  [
    "CO₂ évité",
    "énergie utilisée, multipliée par ce qu’émet un kWh du réseau, moins ce qu’émet un kWh des installations s’il est compté. Le surplus ne compte pas.",
  ],
  ["Part utilisée (taux d’autoconsommation)", "utilisé divisé par produit."],
  ["Part couverte (taux d’autoproduction)", "utilisé divisé par soutiré."],
];

/** Where the figures of a report come from. */
export const REPORT_SOURCES: readonly string[] = [
  "Les mesures sont celles des compteurs communicants, publiées par le gestionnaire du réseau de distribution. Le partage est calculé par l’organisateur selon la convention d’autoconsommation collective (annexe 7) ; le résultat du gestionnaire fait foi pour la facturation.",
  "Les énergies sont arrondies au kWh, une seule fois : les lignes et les colonnes s’additionnent. Une production ou une consommation totale peut s’écarter de 1 kWh de son propre arrondi.",
];
