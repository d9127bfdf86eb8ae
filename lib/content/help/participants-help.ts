import type { HelpRoom } from "./help-topic";

const ROOM = "/operations/[operation]/participants";

/** Who takes part, with which metering points, from when to when. */
export const PARTICIPANTS_HELP: HelpRoom = {
  slug: "participants",
  title: "Participants",
  lead: "Qui participe, avec quels points de mesure, de quel jour à quel jour.",
  topics: [
    {
      anchor: "liste",
      routes: [ROOM],
      title: "Liste des participants",
      purpose: "Les participants et leurs PRM, tels qu’ils comptent le jour choisi.",
      first: [
        "Pour commencer, déposez une annexe 2 (onglet « Annexe 2 »), ou ajoutez un participant puis ses PRM.",
        "Choisissez un autre jour pour voir le périmètre passé ou à venir.",
        "Ouvrez un participant, ou un PRM, par son nom.",
      ],
      next: "Une entrée ou une sortie se demande à Enedis, 15 jours ouvrés avant, dans « Échéances → Demandes ».",
      terms: ["participant", "prm", "perimetre", "rattachement"],
      keys: ["table"],
    },
    {
      anchor: "participant",
      routes: [`${ROOM}/[participant]`, `${ROOM}/nouveau`, `${ROOM}/[participant]/modifier`],
      title: "Fiche d’un participant",
      purpose: "Qui il est, comment le joindre, quels sont ses PRM et ce qui a changé.",
      first: [
        "Saisissez son nom tel qu’il figure sur son contrat.",
        "Ajoutez ensuite ses PRM, un par un.",
        "Enregistrez ce qu’il a signé dans « Consentements ».",
      ],
      next: "Ses coordonnées servent à le prévenir des changements de clé et à lui adresser ses relevés.",
      terms: ["participant", "prm", "consentement"],
    },
    {
      anchor: "donnees-personnelles",
      routes: [`${ROOM}/[participant]/donnees`],
      title: "Données personnelles",
      purpose: "Répondre à un participant qui demande ce qui est conservé sur lui, ou qu’on l’efface.",
      first: [
        "Pour une demande d’accès, téléchargez le document : il contient tout ce qui est conservé ici.",
        "Pour un effacement, lisez d’abord ce qui disparaît, quand, et ce qui reste comme preuve.",
        "Qui participe encore doit d’abord sortir de l’opération.",
      ],
      next: "Cinq ans après la fin de sa participation, l’effacement se fait de lui-même. Ce qu’Enedis détient se demande à Enedis.",
      terms: ["participant", "consentement"],
    },
    {
      anchor: "prm",
      routes: [`${ROOM}/prm/[prm]`, `${ROOM}/prm/[prm]/modifier`, `${ROOM}/prm/nouveau`],
      title: "Fiche d’un PRM",
      purpose: "Un point de mesure : son site, son rôle, ses entrées et sorties, son tarif, son titulaire.",
      first: [
        "Vérifiez les 14 chiffres du PRM sur une facture.",
        "Dites s’il consomme, s’il produit, ou les deux, et de quel jour.",
        "Donnez ses coordonnées pour que la distance soit vérifiée.",
      ],
      next: "Avant d’écrire une entrée ou une sortie, l’écran montre ce qu’elle entraîne : périodes à refaire, part à revoir.",
      terms: ["prm", "rattachement", "stockage", "heures-creuses"],
      keys: ["heatMap"],
    },
    {
      anchor: "annexe-2",
      routes: [`${ROOM}/annexe-2`],
      title: "Annexe 2",
      purpose: "Recevoir ou envoyer le périmètre et les coefficients statiques, dans le classeur d’Enedis.",
      first: [
        "Déposez le classeur et dites de quel jour il prend effet.",
        "Lisez les différences avec le registre : rien n’est encore écrit.",
        "Enregistrez, ou corrigez le classeur et recommencez.",
      ],
      next: "Entrées, sorties et nouvelle clé sont écrites ensemble, et le classeur est gardé.",
      terms: ["annexe-2", "perimetre", "cle-statique"],
    },
    {
      anchor: "perimetre",
      routes: [`${ROOM}/perimetre`],
      title: "Périmètre d’Enedis",
      purpose: "Comparer la liste des PRM d’Enedis avec le registre.",
      first: [
        "Déposez « Perimetre_Participants.csv », reçu d’Enedis.",
        "Lisez ce qui diffère, PRM par PRM.",
        "Choisissez les dates d’Enedis à reprendre ; les jours demandés restent à côté.",
      ],
      terms: ["perimetre", "annexe-6", "rattachement"],
    },
    {
      anchor: "carte",
      routes: [`${ROOM}/carte`],
      title: "Carte et éligibilité",
      purpose: "Vérifier, un jour donné, ce que la loi demande à l’opération, et voir où sont ses points.",
      first: [
        "Lisez le verdict, puis la règle qui ne tient pas, s’il y en a une.",
        "Donnez les coordonnées des PRM qui n’en ont pas : sans elles, la distance n’est pas vérifiée.",
      ],
      terms: ["eligibilite", "perimetre"],
      keys: ["map", "day"],
    },
    {
      anchor: "heures-creuses",
      routes: [`${ROOM}/heures-creuses`],
      title: "Heures creuses",
      purpose: "Le tarif et les heures creuses de chaque PRM, pour découper son énergie par poste.",
      first: [
        "Cochez les PRM qui ont les mêmes heures, et renseignez-les ensemble.",
        "Dites les mois de la saison haute de l’opération.",
      ],
      next: "Les résultats déjà calculés sont redécoupés ; leurs énergies ne changent pas.",
      terms: ["heures-creuses", "saison-haute", "poste-tarifaire"],
      keys: ["table"],
    },
    {
      anchor: "consentements",
      routes: [`${ROOM}/consentements`, `${ROOM}/consentements/[participant]`],
      title: "Consentements",
      purpose: "Ce que chaque participant a signé, avec le document, pour le prouver quand Enedis le demande.",
      first: [
        "Lisez ce qu’il manque, en haut de la page.",
        "Téléchargez le formulaire déjà rempli, faites-le signer.",
        "Enregistrez la signature et joignez le document.",
      ],
      next: "Enedis peut demander la preuve : elle est due dans les dix jours ouvrés, et se télécharge ici en une archive.",
      terms: ["consentement", "locataire-hlm", "jour-ouvre"],
      keys: ["table"],
    },
  ],
};
