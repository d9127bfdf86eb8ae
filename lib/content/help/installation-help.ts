import type { HelpRoom } from "./help-topic";

const ROOM = "/installation";

/** What who manages the installation does: collectivities and accounts, nothing of what they hold. */
export const INSTALLATION_HELP: HelpRoom = {
  slug: "installation",
  title: "Installation",
  lead: "Pour qui administre l’installation : les collectivités, les comptes, ce qui est réglé.",
  topics: [
    {
      anchor: "installation",
      routes: [ROOM],
      title: "Installation",
      purpose: "Ce qui est ouvert sur cette installation, et ce qui y est réglé.",
      first: [
        "Regardez si une collectivité n’a pas d’administrateur : personne n’y donne alors d’accès.",
        "Vérifiez que la base, les tâches de fond et le courriel sont en ordre.",
      ],
      next: "Vous ne voyez ni énergie, ni PRM, ni participant : cela appartient à chaque collectivité.",
    },
    {
      anchor: "collectivites",
      routes: [`${ROOM}/collectivites`, `${ROOM}/collectivites/[collectivite]`],
      title: "Collectivités",
      purpose: "Ouvrir une collectivité, la renommer, inviter son premier administrateur.",
      first: [
        "Donnez son nom tel qu’il doit figurer sur ses rapports.",
        "Invitez son premier administrateur : il invite ensuite les autres.",
      ],
      next: "Une collectivité renommée garde ses données ; le nouveau nom figure partout.",
      keys: ["table"],
    },
    {
      anchor: "comptes",
      routes: [`${ROOM}/comptes`],
      title: "Comptes",
      purpose: "Qui a un compte, ce qu’il ouvre par collectivité, et s’il est actif.",
      first: [
        "Cherchez une personne par son nom ou son adresse.",
        "Désactivez le compte de qui est parti : il n’ouvre plus rien, à l’instant.",
        "Invitez un second administrateur de l’installation : l’invitation attend en haut de la page, où elle se remet, se renvoie ou se révoque.",
      ],
      next: "Un compte désactivé, ou sans aucun accès, perd son nom et son adresse au bout d’un an ; le journal garde son numéro.",
      keys: ["table"],
    },
    {
      anchor: "journal",
      routes: [`${ROOM}/journal`],
      title: "Journal de l’installation",
      purpose: "Ce qui a été fait des comptes, des sessions, des clés et des collectivités.",
      first: [
        "Filtrez par dates, par personne, par sujet ou par objet.",
        "Téléchargez le CSV s’il faut le transmettre.",
      ],
      next: "Rien de ce que les opérations contiennent n’y figure ; rien ne s’y modifie ni ne s’y efface.",
      keys: ["table"],
    },
  ],
};
