/** Why somebody is turned away: what happened, then what to do. */
export const ACCESS_MESSAGES = {
  UNAUTHENTICATED: "Vous n’êtes pas identifié. Connectez-vous, ou envoyez une clé d’API valide.",
  WRONG_CREDENTIALS: "Adresse ou mot de passe incorrect. Vérifiez les deux, puis réessayez.",
  TWO_FACTOR_DUE:
    "Votre collectivité demande la double authentification. Activez-la dans votre compte, puis recommencez.",
  FORBIDDEN: "Votre rôle ne permet pas cette action. Demandez-la à un agent ou à l’administrateur de la collectivité.",
  READ_ONLY_KEY: "Cette clé d’API ne permet que la lecture. Créez une clé de portée « lecture et écriture ».",
  MEASURES_ONLY_KEY:
    "Cette clé d’API ne sert qu’à envoyer des mesures et à suivre leur import. Créez une clé d’une autre portée.",
  UNKNOWN_API_KEY: "Cette clé n’existe plus, est finie ou a déjà été remplacée. Créez-en une autre.",
  UNKNOWN_KEY_OPERATION: "Une des opérations choisies ne vous est pas ouverte. Choisissez-la dans la liste.",
  FOREIGN_ORIGIN: "La demande vient d’un autre site que Prorata : elle a été refusée.",
  NOT_FOUND: "Introuvable : l’adresse est fausse, ou l’accès ne vous est pas ouvert.",
  TOO_MANY_REQUESTS: "Trop de demandes en peu de temps. Réessayez dans une minute.",
  TOO_MANY_ATTEMPTS: "Trop d’essais : celui-ci n’a pas été pris en compte.",
  ACCOUNT_NOT_YOURS:
    "Ce compte n’est pas de ceux que vous gérez : il a des droits ailleurs, ou c’est le vôtre. Demandez-le à l’administrateur de l’installation.",
  LAST_ADMINISTRATOR: "Il n’y aurait plus d’administrateur. Nommez-en d’abord un autre, puis recommencez.",
  COLLECTIVITY_EXISTS: "Une collectivité porte déjà ce nom, ou presque. Ouvrez-la, ou donnez un nom plus précis.",
  UNKNOWN_MEMBER: "Cette personne n’est pas membre de la collectivité. Invitez-la par son adresse électronique.",
  WRONG_PASSWORD: "Ce n’est pas le mot de passe de ce compte.",
  NO_PASSWORD: "Ce compte n’a pas de mot de passe : demandez un lien pour en choisir un.",
  SAME_PASSWORD: "C’est votre mot de passe actuel : choisissez-en un autre.",
  WRONG_CODE:
    "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, et vérifiez que l’heure du téléphone est juste.",
  TWO_FACTOR_ALREADY_ON: "La double authentification est déjà active. Rechargez la page.",
  TWO_FACTOR_OFF: "La double authentification n’est pas active. Rechargez la page.",
  SETUP_EXPIRED: "Ce secret a été montré il y a trop longtemps. Recommencez depuis le mot de passe.",
} as const;
