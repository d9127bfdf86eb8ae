import type { GlossaryEntry } from "./glossary-entry";

/** What is measured, shared and counted. */
export const ENERGY_TERMS = {
  production: {
    term: "Production",
    plain: "L’énergie que les producteurs de l’opération ont injectée dans le réseau.",
    legal: "injection",
    see: ["producteur", "autoconsomme", "surplus"],
  },
  soutirage: {
    term: "Soutirage",
    plain:
      "L’énergie qu’un consommateur a prise au réseau, telle que son compteur l’a mesurée. C’est elle qui reste facturée pour l’usage du réseau.",
    source: "convention, art. 9",
    see: ["autoconsomme", "complement"],
  },
  autoconsomme: {
    term: "Autoconsommé",
    plain:
      "L’énergie des toits de l’opération que ses consommateurs ont utilisée, comptée pas de temps par pas de temps.",
    legal: "part d’électricité autoconsommée",
    source: "convention, art. 9",
    see: ["complement", "surplus", "cle"],
  },
  autoproduit: {
    term: "Autoproduit",
    plain:
      "Vu du producteur : la part de sa production que des consommateurs de l’opération ont utilisée. Au total, c’est autant que l’autoconsommé.",
    source: "convention, art. 11.7",
    see: ["autoconsomme", "surplus"],
  },
  complement: {
    term: "Complément",
    plain:
      "Ce qu’un consommateur prend encore à son fournisseur habituel : son soutirage moins sa part autoconsommée. C’est ce que le fournisseur facture.",
    legal: "part d’électricité de complément, dite aussi « alloproduit »",
    source: "convention, art. 9",
    see: ["soutirage", "autoconsomme"],
  },
  surplus: {
    term: "Surplus",
    plain:
      "La production que personne dans l’opération n’a utilisée au moment où elle a eu lieu. Elle revient à chaque producteur, qui la vend ou la donne.",
    legal: "surplus collectif",
    source: "convention, art. 5.1.3 et 9",
    see: ["production", "autoproduit"],
  },
  "taux-autoconsommation": {
    term: "Taux d’autoconsommation",
    plain: "La part de la production qui a été utilisée dans l’opération. Le reste est le surplus.",
    source: "convention, art. 11.6.1.3",
    see: ["autoconsomme", "surplus", "taux-autoproduction"],
  },
  "taux-autoproduction": {
    term: "Taux d’autoproduction",
    plain:
      "La part de la consommation qui vient des toits de l’opération. Le reste est le complément, fourni par les fournisseurs habituels.",
    source: "convention, art. 11.6.1.3",
    see: ["autoconsomme", "complement", "taux-couverture"],
  },
  "taux-couverture": {
    term: "Taux de couverture",
    plain:
      "La production rapportée à la consommation. Au-delà de 100 %, les toits ont produit plus que ce que l’opération a consommé, sans que ce soit aux mêmes heures.",
    source: "convention, art. 11.6.1.3",
    see: ["taux-autoconsommation", "taux-autoproduction"],
  },
  "meilleur-possible": {
    term: "Part du meilleur possible",
    plain:
      "À chaque pas de temps, on ne peut partager plus que ce qui est produit, ni plus que ce que tous consomment ensemble. La somme de ces maximums est le meilleur possible ; la clé par défaut l’atteint toujours.",
    see: ["cle-par-defaut", "autoconsomme"],
  },
  "courbe-de-charge": {
    term: "Courbe de charge",
    plain:
      "La puissance moyenne d’un point de mesure à chaque pas de temps, en watts. Enedis la publie chaque mois ; tout le partage en part.",
    legal: "courbe de mesure",
    source: "convention, art. 9",
    see: ["pas-de-temps", "valeur-corrigee"],
  },
  "pas-de-temps": {
    term: "Pas de temps",
    plain:
      "La durée sur laquelle une valeur est mesurée et partagée : 30 minutes, ou 10 minutes au-delà de 36 kVA. Un jour de changement d’heure a 46 ou 50 demi-heures.",
    source: "convention, art. 9",
    see: ["courbe-de-charge"],
  },
  "valeur-corrigee": {
    term: "Valeur corrigée",
    plain:
      "Une mesure qui manquait et que la règle de la convention a remplacée : interpolée si le trou dure une heure au plus, sinon reprise du même jour de la semaine d’avant.",
    source: "convention, art. 5.2.3",
    see: ["valeur-manquante", "courbe-de-charge"],
  },
  "valeur-manquante": {
    term: "Valeur manquante",
    plain:
      "Une mesure que personne n’a transmise et que la règle ne permet pas de corriger. Ce n’est jamais 0 : la période attend, et dit quel PRM et quels jours.",
    source: "convention, art. 5.2.3",
    see: ["valeur-corrigee", "periode"],
  },
  "poste-tarifaire": {
    term: "Poste tarifaire",
    plain: "Les heures qu’un tarif facture au même prix : base, heures pleines ou creuses, en saison haute ou basse.",
    legal: "poste horo-saisonnier",
    source: "convention, art. 11.6",
    see: ["heures-creuses", "turpe"],
  },
  "heures-creuses": {
    term: "Heures creuses",
    plain: "Les heures où l’énergie d’un point de mesure coûte moins cher. Elles sont propres à chaque PRM.",
    see: ["poste-tarifaire", "saison-haute"],
  },
  "saison-haute": {
    term: "Saison haute",
    plain: "Les mois que le tarif d’acheminement compte comme ceux d’hiver, de novembre à mars le plus souvent.",
    see: ["poste-tarifaire", "turpe"],
  },
  turpe: {
    term: "TURPE",
    plain:
      "Le tarif d’utilisation du réseau public, que chacun paie sur toute l’énergie qu’il soutire, autoconsommée comprise. Il a une option propre à l’autoconsommation collective.",
    legal: "tarif d’utilisation des réseaux publics d’électricité",
    source: "convention, art. 6",
    see: ["soutirage", "poste-tarifaire"],
  },
  "co2-evite": {
    term: "CO₂ évité",
    plain:
      "L’énergie autoconsommée remplace celle du réseau : elle est multipliée par ce qu’un kWh du réseau émet, moins ce qu’un kWh des toits émet quand on le compte. Le surplus, que d’autres utilisent, n’est pas compté.",
    see: ["autoconsomme", "surplus"],
  },
  prevision: {
    term: "Prévision",
    plain:
      "Ce que l’étude annonçait, mois par mois, avant ou pendant l’opération. Elle vaut aussi pour les années suivantes, jusqu’à la prochaine.",
    see: ["production", "autoconsomme", "soutirage"],
  },
  economies: {
    term: "Économies",
    plain:
      "Ce que les consommateurs paient de moins avec l’opération que sans elle, aux prix saisis dans les réglages. Sans prix, rien n’est compté.",
    see: ["complement", "turpe"],
  },
} as const satisfies Record<string, GlossaryEntry>;
