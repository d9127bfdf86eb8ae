import type { HelpRoom } from "./help-topic";

const ROOM = "/operations/[operation]/reglages";

/** What the operation is, and who did what in it. */
export const SETTINGS_HELP: HelpRoom = {
  slug: "reglages",
  title: "Réglages",
  lead: "Ce que l’opération est, qui en répond, à quels prix, et qui y a fait quoi.",
  topics: [
    {
      anchor: "fiche",
      routes: [ROOM],
      title: "Fiche de l’opération",
      purpose: "Ce que la convention demande de dire de l’opération et de ceux qui en répondent (annexes 1 et 3).",
      first: [
        "Complétez ce que la page signale en haut.",
        "Donnez le numéro ACC quand Enedis l’attribue.",
        "Imprimez la fiche pour la joindre à la convention.",
      ],
      next: "Le calendrier ne se corrige plus ici dès que des mesures ou des résultats s’appuient dessus.",
      terms: ["operation", "pmo", "anniversaire-mensuel"],
    },
    {
      anchor: "calendrier",
      routes: [`${ROOM}/calendrier`],
      title: "Calendrier de calcul",
      purpose: "L’anniversaire mensuel, et ses déplacements notifiés par Enedis.",
      first: [
        "Recopiez le jour qu’Enedis a écrit et la première période concernée.",
        "Regardez ce que deviennent les périodes, puis enregistrez.",
      ],
      next: "Une période déjà calculée garde ses bornes.",
      terms: ["anniversaire-mensuel", "periode"],
    },
    {
      anchor: "interlocuteurs",
      routes: [`${ROOM}/interlocuteurs`],
      title: "Interlocuteurs",
      purpose: "Qui compte aujourd’hui, chez vous et chez Enedis, et qui comptera ensuite.",
      first: [
        "Notifiez d’abord le changement à l’autre partie.",
        "Enregistrez-le avec son jour de notification, et téléchargez la lettre.",
      ],
      next: "Les nouvelles coordonnées s’imposent dix jours ouvrés après ; jusque-là, les anciennes comptent encore.",
      terms: ["convention", "jour-ouvre"],
      keys: ["table"],
    },
    {
      anchor: "logo",
      routes: [`${ROOM}/logo`],
      title: "Logo de la collectivité",
      purpose: "L’image qui figure en tête des rapports au conseil, pour toutes les opérations de la collectivité.",
      first: [
        "Choisissez un PNG ou un JPEG de 1 Mo au plus.",
        "Dites en quelques mots ce que l’on voit : c’est lu à qui ne voit pas l’image.",
      ],
      next: "Le logo remplace le précédent ; le journal garde la trace du changement.",
    },
    {
      anchor: "previsions",
      routes: [`${ROOM}/previsions`],
      title: "Prévisions",
      purpose: "Ce que l’étude prévoyait, mois par mois, pour le mettre à côté de ce qui est mesuré.",
      first: [
        "Collez les douze mois de l’étude, ou donnez le total d’une année.",
        "Regardez les douze mois lus, et la méthode quand un total est réparti.",
        "Enregistrez : la source reste écrite avec la prévision.",
      ],
      next: "Le tableau de bord montre la prévision de chaque mois ; elle vaut aussi pour les années suivantes, jusqu’à la prochaine.",
      terms: ["prevision", "production", "autoconsomme", "taux-autoconsommation"],
      keys: ["table"],
    },
    {
      anchor: "co2",
      routes: [`${ROOM}/co2`],
      title: "Facteur d’émission (CO₂)",
      purpose: "Ce qu’un kWh émet, pour dire le CO₂ évité : une valeur publiée, avec sa source et son année.",
      first: [
        "Vérifiez la valeur proposée à sa source, ou prenez-en une autre.",
        "Donnez le premier jour où elle vaut.",
        "Comptez aussi ce que les toits émettent, si les deux valeurs sont établies de la même façon.",
      ],
      next: "Le facteur vaut pour toutes les opérations de la collectivité. Chaque jour prend celui qui valait ce jour-là.",
      terms: ["co2-evite", "autoconsomme"],
    },
    {
      anchor: "prix",
      routes: [`${ROOM}/prix`],
      title: "Prix",
      purpose: "Les prix qui servent à compter les économies : complément, partage, surplus, réseau, taxes, frais.",
      first: [
        "Saisissez le prix de chaque PRM d’après sa facture, avec le premier jour où il vaut.",
        "Donnez le prix du partage : il peut être de 0 entre bâtiments d’une même commune.",
        "Donnez le prix de vente du surplus et sa source.",
      ],
      next: "Les économies se lisent ensuite dans « Économies », et sur le tableau de bord.",
      terms: ["economies", "turpe", "poste-tarifaire", "complement", "surplus"],
      keys: ["table"],
    },
    {
      anchor: "publication",
      routes: [`${ROOM}/publication`],
      title: "Publication",
      purpose: "Choisir si l’opération a une page publique, et ce qu’elle montre.",
      first: ["Regardez d’abord la page telle qu’elle serait.", "Publiez-la, ou retirez-la quand vous voulez."],
      next: "Seules des sommes sont publiées, jamais un participant : un chiffre qui en couvre moins de trois est tu.",
      terms: ["participant", "production", "autoconsomme"],
    },
    {
      anchor: "acces",
      routes: [`${ROOM}/acces`],
      title: "Accès",
      purpose: "Qui a accès à cette opération, et pourquoi : par la collectivité, ou par un rôle donné ici.",
      first: [
        "Un administrateur choisit une personne et lui donne un rôle qui ne vaut que dans cette opération.",
        "Pour lui retirer, il choisit « aucun rôle propre ».",
      ],
      next: "Le plus haut des deux rôles compte ; il reste toujours un administrateur.",
      keys: ["table"],
    },
    {
      anchor: "journal",
      routes: [`${ROOM}/journal`],
      title: "Journal",
      purpose: "Tout ce qui a été écrit dans l’opération : qui, quand, avant et après.",
      first: [
        "Filtrez par dates, par personne, par sujet ou par objet.",
        "Téléchargez le CSV si vous devez le transmettre.",
      ],
      next: "Rien ne s’y modifie ni ne s’y efface ; les participants n’y sont pas nommés.",
      keys: ["table"],
    },
    {
      anchor: "consultations",
      routes: [`${ROOM}/journal/consultations`],
      title: "Consultations de l’opération",
      purpose:
        "Pour qui administre l’opération : qui a vu sa page, une fiche, un PRM et sa courbe, des données personnelles, un fichier.",
      first: [
        "Filtrez par dates, par personne ou par ce qui a été vu.",
        "Ouvrez une ligne : elle montre tous ceux qui ont vu le même objet.",
      ],
      next: "Chaque personne y figure une fois par jour et par objet ; une consultation est gardée douze mois.",
      keys: ["table"],
    },
  ],
};
