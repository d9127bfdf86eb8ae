import { quote } from "@/lib/formats/quote";

// What the reader of a referential tells a person: where, what, what to do.

const decimal = (value: number) => String(Math.round(value * 1e6) / 1e6).replace(".", ",");

export const emptyFile = () => "Le fichier est vide.";

export const tooLarge = () => "Le fichier fait plus de 5 Mo : ce n'est pas le texte d'un référentiel.";

export const tooManyNodes = (limit: number) =>
  `Le référentiel a plus de ${limit} actions. Importez-le en moins de fichiers.`;

export const notMarkdown = (name: string) => `« ${quote(name)} » n'est pas un fichier .md : il n'a pas été lu.`;

export const nothingRead = () =>
  "Aucune action n'a été trouvée. Un fichier commence par « # » et un titre, suivi d'un bloc ```yaml avec son identifiant.";

export const textBeforeTitle = (line: number) =>
  `Ligne ${line} : du texte précède le premier titre. Commencez le fichier par « # » et le titre de l'action.`;

export const secondTitle = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » est un second titre de premier niveau. Mettez-le dans un fichier à part.`;

export const emptyTitle = (line: number) => `Ligne ${line} : ce titre n'a pas de texte. Écrivez le nom de l'action.`;

export const titleOutOfPlace = (line: number, text: string, level: number) =>
  `Ligne ${line} : l'action « ${quote(text)} » n'est pas sous une section « Actions » de niveau ${level - 1}. Ajoutez la section, ou corrigez le nombre de « # ».`;

export const sectionOutOfPlace = (line: number, text: string, level: number) =>
  `Ligne ${line} : la section « ${quote(text)} » de niveau ${level} n'appartient à aucune action. Corrigez le nombre de « # ».`;

export const textInActions = (line: number) =>
  `Ligne ${line} : ce texte est dans une section « Actions » sans être à une action. Il n'a pas été gardé.`;

export const fenceOpen = (line: number) =>
  `Ligne ${line} : le bloc ouvert par \`\`\` n'est pas fermé. Ajoutez \`\`\` à sa fin.`;

export const noMetadata = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'a pas de bloc \`\`\`yaml à la suite de son titre. Ajoutez-le, avec son identifiant.`;

export const badMetadata = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » ne se lit pas comme « clé: valeur ».`;

export const keyTwice = (line: number, key: string) =>
  `Ligne ${line} : « ${key} » est donné deux fois. Gardez-en un seul.`;

export const noId = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'a pas d'identifiant. Ajoutez « identifiant: » à son bloc yaml.`;

export const badId = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est pas un identifiant. Écrivez des nombres séparés par des points, comme 3.1.1.`;

export const twoIds = (line: number) =>
  `Ligne ${line} : « id » et « identifiant » sont donnés tous deux. Gardez celui de la génération du référentiel.`;

export const idOutOfPlace = (line: number, id: string, parent: string) =>
  `Ligne ${line} : l'action ${id} est écrite dans ${parent}, dont elle ne fait pas partie. Corrigez l'identifiant, ou déplacez l'action.`;

export const idTwice = (line: number, id: string, file: string, lineBefore: number) =>
  `Ligne ${line} : l'action ${id} est déjà donnée dans « ${quote(file)} », ligne ${lineBefore}. Gardez-en une seule.`;

export const badNumber = (line: number, key: string, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est pas une valeur de « ${key} ». Écrivez un nombre, 0 ou plus.`;

export const badPercent = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est pas un pourcentage. Écrivez un nombre de 0 à 100.`;

export const badCategory = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est pas une catégorie. Écrivez bases, mise en œuvre ou effets.`;

export const otherGeneration = (line: number, id: string) =>
  `Ligne ${line} : l'action ${id} est écrite comme dans l'autre génération du référentiel (« id » en 2021, « identifiant » depuis 2022). N'importez qu'une génération à la fois.`;

export const percentIgnored = (line: number) =>
  `Ligne ${line} : « pourcentage » n'existe pas dans la génération de 2021, où « points » en tient lieu. Il n'a pas été lu.`;

export const percentSum = (line: number, id: string, sum: number) =>
  `Ligne ${line} : les pourcentages de ce que contient ${id} font ${decimal(sum)} %, pas 100 %. Corrigez-les.`;

export const pointsSum = (line: number, id: string, points: number, sum: number) =>
  `Ligne ${line} : ${id} vaut ${decimal(points)} points, ce qu'elle contient en vaut ${decimal(sum)}. Corrigez l'un ou l'autre.`;

export const noPoints = (line: number, id: string) =>
  `Ligne ${line} : rien ne dit combien de points vaut la mesure ${id}. Ajoutez « points: » à son bloc yaml.`;
