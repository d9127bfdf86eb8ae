import type { HelpRoom } from "./help-topic";

const ROOM = "/operations/[operation]/echeances";

/** What is due, and what is written to and by the operator. */
export const DEADLINES_HELP: HelpRoom = {
  slug: "echeances",
  title: "Échéances",
  lead: "Ce que la convention attend de vous et d’Enedis, et ce que vous vous écrivez.",
  topics: [
    {
      anchor: "liste",
      routes: [ROOM],
      title: "À faire dans l’opération",
      purpose: "Les échéances de l’opération, les vôtres et celles d’Enedis.",
      first: [
        "Traitez d’abord ce qui est en retard.",
        "Suivez le lien de la ligne : il mène à l’écran où cela se fait.",
      ],
      next: "Une échéance ne se coche pas : elle s’efface quand ce qu’elle demande est enregistré.",
      terms: ["echeance", "jour-ouvre"],
    },
    {
      anchor: "demandes",
      routes: [
        `${ROOM}/demandes`,
        `${ROOM}/demandes/nouvelle`,
        `${ROOM}/demandes/[demande]`,
        `${ROOM}/demandes/[demande]/modifier`,
      ],
      title: "Demandes à Enedis",
      purpose:
        "Demander une entrée, une sortie, une autre clé, une suspension ou une résiliation, et suivre la réponse.",
      first: [
        "Choisissez ce que vous demandez et le jour voulu. Au moins 15 jours ouvrés plus tard pour une entrée, une sortie ou une clé ; dix jours calendaires pour une suspension ; deux mois pour une résiliation, qui ne prend effet que trois mois après son envoi : envoyez-la trois mois avant.",
        "Corrigez ce que la vérification signale, puis préparez les fichiers.",
        "Envoyez-les à Enedis et notez le jour ; notez ensuite sa réponse.",
      ],
      next: "Le registre et la clé changent le jour d’effet qu’Enedis a donné, pas avant.",
      terms: ["demande", "rattachement", "jour-ouvre", "annexe-2"],
      keys: ["table", "shares"],
    },
    {
      anchor: "reclamations",
      routes: [`${ROOM}/reclamations`, `${ROOM}/reclamations/nouvelle`, `${ROOM}/reclamations/[reclamation]`],
      title: "Réclamations et demandes",
      purpose:
        "Garder ce que les participants reprochent au partage ou demandent de leurs données, avec ses dates et la réponse.",
      first: [
        "Enregistrez la réclamation telle qu’elle est arrivée.",
        "Dites si Enedis est en cause : la réclamation lui est transmise dans les cinq jours ouvrés, une demande sur les données sans délai.",
        "Enregistrez chaque suite à sa date.",
      ],
      next: "Une réclamation enregistrée ne se modifie pas : on y ajoute ce qui a été fait.",
      terms: ["reclamation", "jour-ouvre", "grd"],
      keys: ["table"],
    },
    {
      anchor: "courriers",
      routes: [`${ROOM}/courriers`, `${ROOM}/courriers/nouveau`, `${ROOM}/courriers/[courrier]`],
      title: "Courriers d’Enedis",
      purpose: "Garder ce qu’Enedis écrit, et savoir ce qu’il y a à faire, avant quand.",
      first: [
        "Choisissez le genre du courrier et recopiez les jours qu’il donne.",
        "Joignez sa copie.",
        "Sa page propose la suite : une sortie, une preuve à envoyer, une clé à faire.",
      ],
      next: "Enregistrer un courrier ne change rien d’autre : c’est vous qui appliquez ce qu’il annonce.",
      terms: ["convention", "jour-ouvre", "echeance"],
      keys: ["table"],
    },
    {
      anchor: "hlm",
      routes: [`${ROOM}/hlm`],
      title: "Locataires HLM",
      purpose: "Suivre le logement dont le locataire change, jusqu’au retour du PRM ou au refus.",
      first: [
        "Enregistrez le départ : le PRM sort du périmètre ce jour-là.",
        "Enregistrez la mise en service du nouveau contrat.",
        "Signalez à Enedis un refus du nouveau locataire avant quatorze jours.",
      ],
      next: "Sans refus, le PRM revient de lui-même au quatorzième jour, avec son dernier coefficient.",
      terms: ["locataire-hlm", "rattachement", "coefficient"],
      keys: ["table"],
    },
    {
      anchor: "convention",
      routes: [`${ROOM}/convention`],
      title: "Convention",
      purpose: "Savoir si la convention est en vigueur, et ce qui permettrait de la suspendre ou de la résilier.",
      first: [
        "Lisez les conditions surveillées : ce qui ne tient pas est en tête.",
        "Si Enedis suspend ou résilie, enregistrez son courrier ou sa décision.",
        "Prévenez alors les participants : les lettres sont prêtes.",
      ],
      next: "Une suspension de plus de trois mois permet à chacun de résilier.",
      terms: ["convention", "demande"],
      keys: ["table"],
    },
  ],
};
