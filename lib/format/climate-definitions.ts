/** What the figures of a climate plan mean, and where their rules come from: term and definition. */
export const CLIMATE_DEFINITIONS: readonly (readonly [string, string])[] = [
  [
    "Points de référence",
    "Ce que le référentiel donne à l’action, quelle que soit la collectivité : 500 points pour le programme entier.",
  ],
  [
    "Potentiel",
    "Ce que la collectivité peut gagner : points de référence, multipliés par la personnalisation, moins ce qui est non concerné ; dans une mesure, les points de ce qui est non concerné vont en parts égales au reste.",
  ],
  ["Fait, programmé, pas fait", "Parts du potentiel d’après le statut de l’action, ou de ses tâches."],
  [
    "À renseigner",
    "Part du potentiel dont rien n’est dit encore, ou que la formule d’une mesure retient (3.3.5 ne dépasse pas 1.2.3).",
  ],
  ["Score", "Points faits, divisés par le potentiel."],
  ["Étoiles", "Permises par le score : 1 dès le départ, 2 à 35 %, 3 à 50 %, 4 à 65 %, 5 à 75 %."],
  [
    "Non concerné",
    "L’action ne compte pas, et ses tâches sont comptées comme renseignées. Une mesure entière non concernée baisse le potentiel.",
  ],
  [
    "Catégories",
    "Bases : ce sur quoi la politique repose ; mise en œuvre : ce qui est fait ; effets : ce qu’on en mesure. Chaque sous-action en a une ; leurs sommes sont celles des sous-actions.",
  ],
  ["Étape du calcul", "Personnalisation, puis non concerné, puis redistribution, puis statuts, puis formules."],
  [
    "Source",
    "Règles du programme Climat-Air-Énergie de l’ADEME, telles que le moteur public de Territoires en Transitions les applique.",
  ],
];
