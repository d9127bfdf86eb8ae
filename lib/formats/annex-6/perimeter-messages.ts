import { quote } from "@/lib/formats/quote";

// What the reader of a perimeter file tells a person: where, what, what to do.

export const emptyFile = () => "Le fichier est vide. Redemandez-le à Enedis ou exportez-le de nouveau.";

export const notAPerimeter = () =>
  "Ce fichier n'est pas un périmètre : il faut trois colonnes séparées par des points-virgules, " +
  "« PDL/PRM/PADT-P », « Date debut rattachement » et « Date fin rattachement ». Déposez « Perimetre_Participants.csv » tel qu'Enedis l'envoie.";

export const columnMissing = (header: string) =>
  `La colonne « ${header} » manque dans l'en-tête. Redemandez le fichier à Enedis ou rétablissez l'en-tête.`;

export const headerMissing = () =>
  "Le fichier n'a pas d'en-tête : ses colonnes sont lues dans l'ordre identifiant, début, fin. Vérifiez les dates.";

export const noRow = () =>
  "Le fichier ne contient aucun point. Vérifiez avec Enedis que l'opération a bien des participants.";

export const dateUnreadable = (line: number, column: string, text: string) =>
  text === ""
    ? `Ligne ${line}, ${column} : la date manque. Écrivez JJ/MM/AAAA, ou 31/12/9999 pour une fin ouverte.`
    : `Ligne ${line}, ${column} : « ${quote(text)} » n'est pas une date. Écrivez JJ/MM/AAAA, ou 31/12/9999 pour une fin ouverte.`;

export const endBeforeStart = (line: number) =>
  `Ligne ${line} : la date de fin précède la date de début. Vérifiez les deux dates.`;

export const emptyPeriod = (line: number) =>
  `Ligne ${line} : le début et la fin sont le même jour, le point n'a jamais été rattaché. La ligne est ignorée.`;

export const overlap = (line: number, text: string, lineBefore: number) =>
  `Ligne ${line} : « ${quote(text)} » est déjà rattaché à la ligne ${lineBefore} pour une partie de ces jours. Gardez une seule des deux lignes.`;

export const rowTwice = (line: number, text: string, lineBefore: number) =>
  `Ligne ${line} : « ${quote(text)} » répète la ligne ${lineBefore}. Elle est comptée une fois.`;
