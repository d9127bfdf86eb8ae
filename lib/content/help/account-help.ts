import type { HelpRoom } from "./help-topic";

/** What belongs to the person who is signed in. */
export const ACCOUNT_HELP: HelpRoom = {
  slug: "compte",
  title: "Compte",
  lead: "Vos rappels, vos calendriers, vos raccourcis et vos clés d’API.",
  topics: [
    {
      anchor: "compte",
      routes: ["/compte"],
      title: "Compte",
      purpose: "Ce qui vous est propre : rappels, calendriers, raccourcis du clavier, clés d’API.",
      first: [
        "Choisissez si vous voulez un rappel par courriel, chaque jour ouvré ou chaque lundi.",
        "Abonnez votre agenda à vos échéances par un lien, que vous pouvez révoquer.",
        "Coupez les raccourcis d’une lettre s’ils vous gênent.",
        "Pour un logiciel, créez une clé d’API : elle n’est montrée qu’une fois, finit le jour que vous dites, et se remplace sans interruption.",
      ],
      next: "Rappels et calendriers ne nomment aucun participant.",
      terms: ["echeance"],
      keys: ["table"],
    },
    {
      anchor: "securite",
      routes: ["/compte/securite"],
      title: "Sécurité du compte",
      purpose: "Ce qui garde votre compte : double authentification, mot de passe, sessions ouvertes.",
      first: [
        "Activez la double authentification : mot de passe, code QR à viser avec une application du téléphone, premier code.",
        "Gardez les dix codes de secours ailleurs que dans le téléphone : chacun ouvre une fois la session sans lui.",
        "Regardez la liste des sessions : déconnectez ce que vous ne reconnaissez pas, puis changez de mot de passe.",
        "Téléphone et codes perdus : un administrateur peut lever la double authentification de votre compte.",
      ],
      next: "Changer de mot de passe ferme toutes vos sessions. Aucun appareil n’est dispensé du code.",
      terms: [],
      keys: ["table"],
    },
    {
      anchor: "acces",
      routes: ["/acces"],
      title: "Accès",
      purpose: "Qui appartient à la collectivité, avec quel rôle, et les liens qui attendent.",
      first: [
        "Invitez quelqu’un par son adresse : il choisit son mot de passe lui-même, par un lien qui sert une fois.",
        "Sans courriel, créez un lien à remettre : il n’est montré qu’une fois, et remplace le précédent.",
        "Changez un rôle ou retirez une personne quand elle part : ses invitations prennent fin avec elle.",
        "Levez le second facteur de qui l’a perdu, après vous être assuré que c’est bien lui.",
        "Désactivez le compte de qui ne doit plus entrer : sessions, clés d’API et calendriers n’ouvrent plus rien, à l’instant. Rouvert, il retrouve ses accès.",
      ],
      next: "Une invitation n’ouvre rien avant d’être acceptée. Il reste toujours un administrateur. Un compte qui a des accès ailleurs se désactive à l’installation.",
      terms: [],
      keys: ["table"],
    },
    {
      anchor: "journal",
      routes: ["/journal"],
      title: "Journal de la collectivité",
      purpose:
        "Tout ce qui a été écrit dans vos opérations, le plan climat et les comptes : qui, quand, avant et après.",
      first: [
        "Filtrez par dates, par personne, par sujet ou par objet.",
        "Ouvrez une ligne : elle mène à ce qu’elle touche, ou à son historique.",
        "Téléchargez le CSV s’il faut le transmettre : ce téléchargement figure lui-même au journal.",
      ],
      next: "Rien ne s’y modifie ni ne s’y efface, pas même par l’application ; les participants n’y sont pas nommés.",
      keys: ["table"],
    },
    {
      anchor: "consultations",
      routes: ["/journal/consultations"],
      title: "Consultations",
      purpose: "Qui a vu quoi : opérations, fiches de participants, PRM et courbes, données personnelles, fichiers.",
      first: [
        "Filtrez par dates, par personne ou par ce qui a été vu.",
        "Ouvrez une ligne : elle montre tous ceux qui ont vu le même objet.",
      ],
      next: "Chaque personne y figure une fois par jour et par objet ; une consultation est gardée douze mois.",
      keys: ["table"],
    },
  ],
};
