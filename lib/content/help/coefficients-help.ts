import type { HelpRoom } from "./help-topic";

const ROOM = "/operations/[operation]/coefficients";

/** How the production is shared. */
export const COEFFICIENTS_HELP: HelpRoom = {
  slug: "coefficients",
  title: "Coefficients",
  lead: "Comment la production est partagée entre les consommateurs.",
  topics: [
    {
      anchor: "en-vigueur",
      routes: [ROOM],
      title: "Clé en vigueur",
      purpose: "La clé qui s’applique aujourd’hui, et celle qui vient.",
      first: [
        "Lisez le type de la clé et la part de chacun.",
        "Pour la changer, préparez une nouvelle version : rien ne bouge avant sa date d’effet.",
      ],
      next: "Tant qu’aucune clé n’est choisie, Enedis partage au prorata des consommations.",
      terms: ["cle", "coefficient", "cle-statique", "cle-dynamique", "cle-par-defaut"],
      keys: ["table"],
    },
    {
      anchor: "editeur",
      routes: [`${ROOM}/editeur`],
      title: "Éditeur de clé",
      purpose: "Composer les parts et voir aussitôt ce qu’elles auraient donné sur les douze derniers mois.",
      first: [
        "Saisissez les parts, collez-les d’un tableur, ou remplissez-les par une règle.",
        "Regardez le total : il ne dépasse pas 100 %.",
        "Comparez les taux avec ceux de la clé en vigueur, puis enregistrez le brouillon.",
      ],
      next: "Le brouillon devient une version : prévenez les participants, puis envoyez-la à Enedis.",
      terms: ["coefficient", "meilleur-possible", "taux-autoconsommation", "taux-autoproduction"],
      keys: ["shares", "editor"],
    },
    {
      anchor: "versions",
      routes: [`${ROOM}/versions`, `${ROOM}/versions/[version]`],
      title: "Versions de la clé",
      purpose: "Chaque clé de l’opération : ses valeurs, ses dates, qui l’a décidée et pourquoi.",
      first: [
        "Ouvrez une version : sa fiche montre la seule chose à faire ensuite.",
        "Comparez-la avec une autre.",
        "Comptez 15 jours ouvrés entre l’envoi et la date d’effet.",
      ],
      next: "Envoyée, une version ne change plus. Revenir en arrière, c’est en faire une nouvelle.",
      terms: ["version-de-cle", "cle", "jour-ouvre", "annexe-2"],
      keys: ["table"],
    },
    {
      anchor: "annonce",
      routes: [`${ROOM}/versions/[version]/annonce`],
      title: "Prévenir les participants",
      purpose: "Dire à chacun sa nouvelle part avant qu’elle s’applique, comme la convention le demande.",
      first: [
        "Relisez le message d’un participant : chacun a le sien, avec ses chiffres.",
        "Annoncez : les courriels partent, les lettres s’impriment.",
        "Notez le jour où une lettre est remise.",
      ],
      next: "Qui n’est pas prévenu le premier jour d’effet est signalé en retard.",
      terms: ["version-de-cle", "participant"],
      keys: ["table"],
    },
    {
      anchor: "enregistrer",
      routes: [`${ROOM}/versions/enregistrer`],
      title: "Enregistrer une clé déjà appliquée",
      purpose: "Reprendre une clé qu’Enedis applique déjà, pour une opération plus ancienne que Prorata.",
      first: [
        "Donnez le premier jour où elle s’applique.",
        "Recopiez les parts d’après l’annexe 2 envoyée.",
        "Pour une clé à venir, passez plutôt par un brouillon.",
      ],
      terms: ["cle", "annexe-2"],
      keys: ["shares"],
    },
    {
      anchor: "cle-du-mois",
      routes: [`${ROOM}/cle-du-mois`, `${ROOM}/cle-du-mois/[debut]`],
      title: "Clé du mois",
      purpose: "Faire et notifier les valeurs d’une clé dynamique, pour une période finie.",
      first: [
        "Importez d’abord les mesures de la période.",
        "Choisissez la règle, faites la clé, corrigez à la main si besoin. Ou déposez votre fichier d’annexe 5.",
        "Téléchargez le fichier, envoyez-le à Enedis et notez le jour d’envoi.",
      ],
      next: "Après le quatrième jour ouvré, Enedis applique la clé par défaut à toute la période.",
      terms: ["cle-du-mois", "cle-dynamique", "annexe-5", "cle-par-defaut"],
      keys: ["table"],
    },
  ],
};
