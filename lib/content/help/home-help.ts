import type { HelpRoom } from "./help-topic";

/** What one sees first, and the operations as a whole. */
export const HOME_HELP: HelpRoom = {
  slug: "accueil",
  title: "Accueil et opérations",
  lead: "Ce qui vous attend, vos opérations, et le tableau de bord de chacune.",
  topics: [
    {
      anchor: "a-faire",
      routes: ["/"],
      title: "À faire",
      purpose:
        "Tout ce que la convention attend de vous, dans toutes vos opérations : en retard d’abord, puis cette semaine, puis la suite.",
      first: [
        "Commencez par les lignes en retard : chacune dit quoi faire, avant quand, et selon quel article.",
        "Suivez le lien de la ligne : il ouvre l’écran où cela se fait.",
        "Filtrez par opération ou par sujet si la liste est longue.",
        "Vos clés d’API qui finissent bientôt, ou ont fini depuis moins d’un mois, sont en tête : « Compte » les remplace.",
      ],
      next: "Une ligne s’efface d’elle-même quand c’est fait. « Compte » règle un rappel par courriel et un calendrier.",
      terms: ["echeance", "jour-ouvre", "convention"],
    },
    {
      anchor: "ensemble",
      routes: ["/tableau-de-bord"],
      title: "Tableau de bord de toutes les opérations",
      purpose: "Les résultats de vos opérations réunis, mois par mois, puis opération par opération.",
      first: [
        "Choisissez les mois à montrer.",
        "Lisez les totaux, puis le tableau : chaque ligne mène au tableau de bord de l’opération.",
      ],
      next: "Seules les périodes calculées comptent : ce qui manque est dit à côté du total.",
      terms: ["production", "autoconsomme", "surplus", "taux-autoconsommation"],
      keys: ["table"],
    },
    {
      anchor: "operations",
      routes: ["/operations"],
      title: "Opérations",
      purpose: "La liste des opérations auxquelles vous avez accès : l’état du mois, la prochaine échéance, les taux.",
      first: [
        "Ouvrez une opération par son nom.",
        "Ou créez-en une : il n’y a pas besoin d’attendre le numéro d’Enedis.",
      ],
      terms: ["operation", "periode", "taux-autoconsommation"],
      keys: ["table"],
    },
    {
      anchor: "nouvelle-operation",
      routes: ["/operations/nouvelle"],
      title: "Nouvelle opération",
      purpose: "De quoi commencer : le nom, la personne morale organisatrice, la date de début.",
      first: [
        "Donnez le nom de l’opération et celui de l’organisateur.",
        "Indiquez le jour de début, et l’anniversaire mensuel s’il est connu.",
        "Enregistrez : tout se complète ensuite dans « Réglages ».",
      ],
      next: "Le tableau de bord de l’opération donne alors les premiers pas, un par un.",
      terms: ["pmo", "anniversaire-mensuel"],
    },
    {
      anchor: "tableau-de-bord",
      routes: ["/operations/[operation]"],
      title: "Tableau de bord d’une opération",
      purpose:
        "Ce que les toits ont produit, ce que les bâtiments en ont utilisé, ce qui est parti en surplus, mois par mois.",
      first: [
        "Choisissez la période : douze derniers mois, une année, ou depuis le début.",
        "Lisez les quatre chiffres : chacun dit ses jours, la date du calcul, et à quoi il est comparé.",
        "Regardez ce qui manque, quand un encadré le signale : un mois sans calcul n’entre dans aucun total.",
        "Comparez les mois à l’année d’avant et à la prévision : chaque graphique a son tableau, son image et son fichier CSV.",
      ],
      next: "Tant qu’aucun mois n’est calculé, cette page montre ce qu’il reste à faire pour le premier.",
      terms: [
        "production",
        "autoconsomme",
        "surplus",
        "complement",
        "taux-autoconsommation",
        "economies",
        "co2-evite",
        "prevision",
      ],
      keys: ["table"],
    },
    {
      anchor: "economies",
      routes: ["/operations/[operation]/economies"],
      title: "Économies",
      purpose:
        "Ce que les consommateurs paient de moins avec l’opération que sans elle, et ce que rapporte le surplus.",
      first: [
        "Renseignez d’abord les prix, dans « Réglages → Prix et tarifs » : rien n’est supposé.",
        "Lisez le total, puis le détail par participant.",
        "Regardez quelle option de réseau est la moins chère pour chaque PRM.",
      ],
      next: "Un mois auquel il manque un prix n’entre pas dans les totaux, qui disent sur combien de mois connus ils portent ; la page dit pour quels PRM.",
      terms: ["economies", "turpe", "poste-tarifaire", "complement"],
      keys: ["table"],
    },
    {
      anchor: "rapport",
      routes: ["/operations/[operation]/rapport"],
      title: "Rapport au conseil",
      purpose: "Un ou plusieurs mois de l’opération, en une page d’essentiel, puis les tableaux et les définitions.",
      first: [
        "Choisissez le premier et le dernier mois : « Du mois », « Au mois ».",
        "Relisez la page.",
        "Téléchargez le PDF, ou imprimez la page.",
      ],
      next: "Le rapport reprend les résultats gardés, avec leur date : il ne recalcule rien.",
      terms: ["resultat", "autoconsomme", "surplus", "economies"],
    },
  ],
};
