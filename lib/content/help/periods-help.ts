import type { HelpRoom } from "./help-topic";

const ROOM = "/operations/[operation]/periodes";

/** Results, and what is asked of them. */
export const PERIODS_HELP: HelpRoom = {
  slug: "periodes",
  title: "Périodes",
  lead: "Calculer le partage, l’expliquer, le comparer à celui d’Enedis, et en donner les fichiers.",
  topics: [
    {
      anchor: "liste",
      routes: [ROOM],
      title: "Liste des périodes",
      purpose: "Où en est chaque période : à venir, en cours, en attente de mesures, prête, calculée, close.",
      first: [
        "« En attente » : ouvrez la période, elle dit quel PRM et quels jours manquent.",
        "« Prête » : calculez-la, ou calculez toutes celles qui le sont.",
        "« À recalculer » : des données ont changé depuis ; ouvrez-la pour savoir lesquelles.",
      ],
      next: "Le calcul se poursuit si vous quittez la page, et s’arrête entre deux périodes si vous le demandez.",
      terms: ["periode", "resultat", "cloture", "valeur-manquante"],
      keys: ["table"],
    },
    {
      anchor: "resultat",
      routes: [`${ROOM}/[debut]`],
      title: "Résultat d’une période",
      purpose:
        "Ce que chacun a consommé, reçu des toits et pris à son fournisseur ; ce qui reste en surplus à chaque producteur.",
      first: [
        "Lisez les quatre chiffres, puis les tableaux : les lignes s’additionnent au total.",
        "Allez dans « Un pas expliqué » ou « Coefficients appliqués » pour comprendre une valeur.",
        "Comparez au gestionnaire, puis clôturez la période.",
      ],
      next: "Un résultat ne change jamais : si des données changent, un nouveau calcul porte la version suivante.",
      terms: ["autoconsomme", "complement", "surplus", "autoproduit", "taux-couverture", "cloture"],
      keys: ["table"],
    },
    {
      anchor: "pas",
      routes: [`${ROOM}/[debut]/pas`],
      title: "Un pas expliqué",
      purpose: "Les cinq étapes de la convention, avec leurs nombres, pour un pas de temps.",
      first: ["Choisissez le jour, puis le pas.", "Suivez l’énergie de gauche à droite : production, parts, surplus."],
      terms: ["pas-de-temps", "coefficient", "surplus"],
      keys: ["day", "table"],
    },
    {
      anchor: "coefficients",
      routes: [`${ROOM}/[debut]/coefficients`],
      title: "Coefficients appliqués",
      purpose: "Quels coefficients ont partagé l’énergie à chaque pas, et pourquoi ceux-là.",
      first: [
        "Lisez la règle de la période et son article.",
        "Regardez les pas où la clé par défaut s’est appliquée.",
        "Comparez, si Enedis a transmis les siens.",
      ],
      terms: ["coefficient", "cle-par-defaut", "cle-dynamique"],
      keys: ["day"],
    },
    {
      anchor: "postes",
      routes: [`${ROOM}/[debut]/postes`],
      title: "Postes tarifaires",
      purpose: "L’énergie de la période, découpée selon les heures et la saison de chaque PRM.",
      first: [
        "Renseignez d’abord les heures creuses des PRM qui n’en ont pas : ils sont nommés.",
        "Comparez avec les fichiers ÉNERGIE d’Enedis, quand ils sont importés.",
      ],
      terms: ["poste-tarifaire", "heures-creuses", "saison-haute"],
      keys: ["table"],
    },
    {
      anchor: "fichiers",
      routes: [`${ROOM}/[debut]/fichiers`],
      title: "Fichiers et relevés",
      purpose: "Ce qui se donne du résultat : aux participants, aux acheteurs, au gestionnaire, à un tableur.",
      first: [
        "Téléchargez les relevés de tous les participants en une archive, ou un seul.",
        "Donnez à chaque producteur son surplus pour son acheteur.",
        "Prenez le classeur pour vos propres calculs.",
      ],
      next: "Les fichiers portent la version du résultat : s’il y en a une plus récente, la page le dit.",
      terms: ["resultat", "surplus", "annexe-6"],
      keys: ["table"],
    },
    {
      anchor: "comparaison",
      routes: [`${ROOM}/[debut]/comparaison`],
      title: "Comparer au gestionnaire",
      purpose: "Dire si le partage publié par Enedis est celui que donnent les règles, et sinon où et pourquoi.",
      first: [
        "Importez les fichiers du mois : la comparaison se fait ensuite d’elle-même.",
        "Lisez l’explication proposée, puis les lignes qui diffèrent.",
        "Téléchargez le rapport pour l’envoyer à Enedis.",
      ],
      next: "Le partage d’Enedis reste officiel ; un écart se traite par une réclamation.",
      terms: ["grd", "annexe-6", "reclamation"],
      keys: ["table"],
    },
    {
      anchor: "versions",
      routes: [`${ROOM}/[debut]/versions`],
      title: "Versions et vérification",
      purpose: "Comparer deux versions d’un résultat, et vérifier qu’un calcul se reproduit bit à bit.",
      first: ["Choisissez deux versions à comparer.", "Ou recalculez une version avec les données d’aujourd’hui."],
      terms: ["resultat", "cloture"],
      keys: ["table"],
    },
  ],
};
