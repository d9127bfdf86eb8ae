import type { GlossaryEntry } from "./glossary-entry";

/** How the production is shared, period after period. */
export const KEY_TERMS = {
  cle: {
    term: "Clé de répartition",
    plain:
      "Ce qui dit quelle part de la production revient à chaque consommateur, à chaque pas de temps. La somme des parts ne dépasse jamais 100 %.",
    legal: "coefficients de répartition",
    source: "convention, art. 4 et 9",
    see: ["coefficient", "cle-statique", "cle-dynamique", "cle-par-defaut"],
  },
  coefficient: {
    term: "Coefficient",
    plain:
      "La part d’un consommateur dans la production, en pour cent. Ce qu’il ne peut pas utiliser devient du surplus.",
    legal: "coefficient de répartition",
    source: "convention, art. 9",
    see: ["cle", "surplus"],
  },
  "cle-statique": {
    term: "Clé statique",
    plain: "Des parts fixes, les mêmes à chaque pas de temps, à partir d’un jour donné. Elle voyage par l’annexe 2.",
    source: "convention, art. 4.3 et 9",
    see: ["annexe-2", "cle"],
  },
  "cle-dynamique": {
    term: "Clé dynamique",
    plain:
      "Des parts qui changent à chaque pas de temps : les mêmes pour tous les producteurs (simple), ou propres à chacun (full). Elle se fait une fois la période finie.",
    source: "convention, art. 4.4 et 9",
    see: ["cle-du-mois", "annexe-5"],
  },
  "cle-par-defaut": {
    term: "Clé par défaut",
    plain:
      "Celle qu’Enedis applique quand aucune autre n’est choisie, ou qu’une clé n’est pas arrivée à temps : au prorata de la consommation de chacun, à chaque pas de temps.",
    legal: "coefficients de répartition « par défaut »",
    source: "convention, art. 4.1 et 9",
    see: ["cle", "cle-du-mois"],
  },
  "cle-du-mois": {
    term: "Clé du mois",
    plain:
      "Les valeurs d’une clé dynamique pour une période finie. Elles sont à notifier à Enedis au plus tard le quatrième jour ouvré qui suit ; sinon, la clé par défaut s’applique.",
    source: "convention, art. 4.4",
    see: ["cle-dynamique", "jour-ouvre", "cle-par-defaut"],
  },
  "version-de-cle": {
    term: "Version de la clé",
    plain:
      "Une clé avec sa date d’effet, d’abord brouillon, puis annoncée aux participants, puis envoyée. Envoyée, elle ne change plus.",
    source: "convention, art. 4.2, 4.3 et 5.1.1",
    see: ["cle"],
  },
  "anniversaire-mensuel": {
    term: "Anniversaire mensuel",
    plain: "Le jour du mois où une période de calcul commence. Enedis le fixe, et peut le déplacer.",
    legal: "date anniversaire mensuelle (DAM)",
    source: "convention, art. 4",
    see: ["periode"],
  },
  periode: {
    term: "Période de calcul",
    plain: "D’un anniversaire mensuel à la veille du suivant. Le partage se calcule période par période.",
    source: "convention, art. 4",
    see: ["anniversaire-mensuel", "resultat"],
  },
  resultat: {
    term: "Résultat",
    plain:
      "Le partage calculé d’une période, gardé entier : énergies, règles appliquées, données utilisées. Il ne change jamais ; un nouveau calcul porte la version suivante.",
    see: ["periode", "cloture"],
  },
  cloture: {
    term: "Clôture",
    plain:
      "Une période close garde son résultat, même si des données changent ensuite. Un administrateur peut la rouvrir, avec un motif qui reste.",
    see: ["resultat"],
  },
  "jour-ouvre": {
    term: "Jour ouvré",
    plain:
      "Du lundi au vendredi, sauf les jours fériés. Les délais de la convention se comptent ainsi, sauf mention contraire.",
    see: ["echeance"],
  },
  echeance: {
    term: "Échéance",
    plain:
      "Ce que la convention attend de vous ou d’Enedis, avant un jour donné. Elle se déduit de ce qui s’est passé, et s’efface quand c’est fait.",
    see: ["jour-ouvre", "demande"],
  },
  demande: {
    term: "Demande",
    plain:
      "Ce que l’organisateur demande à Enedis : entrées et sorties, autre clé, suspension, résiliation. Rien ne change avant l’accord et le jour d’effet.",
    source: "convention, art. 3.2, 4.2, 4.3 et 8",
    see: ["rattachement", "version-de-cle"],
  },
  reclamation: {
    term: "Réclamation",
    plain:
      "Ce qu’un participant reproche au partage. Si Enedis est en cause, elle lui est transmise dans les cinq jours ouvrés.",
    source: "convention, art. 5.1.5",
    see: ["jour-ouvre"],
  },
} as const satisfies Record<string, GlossaryEntry>;
