import type { FileProblem } from "@/lib/formats/file-problem";

// What the import tells of a file beside what its reader tells: what happened, and what to do.

const PARIS_DATE_TIME = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

const error = (code: string, message: string): FileProblem => ({ severity: "error", code, message });
const warning = (code: string, message: string): FileProblem => ({ severity: "warning", code, message });

export const alreadyImported = (at: Date) =>
  warning("ALREADY_IMPORTED", `Ce fichier a déjà été importé le ${PARIS_DATE_TIME.format(at)} : rien n’a changé.`);

const WHERE_TO: Readonly<Record<string, string>> = {
  perimeter: "Comparez-le au registre dans « Participants », « Périmètre Enedis ».",
  annex_2: "Déposez-la dans « Participants », « Annexe 2 ».",
  annex_5: "Déposez-la dans « Coefficients ».",
};

export const notMeasures = (kind: string, label: string) =>
  warning(
    "NOT_MEASURES",
    `Reconnu : ${label}. Le fichier est conservé, il n’est pas lu ici. ${WHERE_TO[kind] ?? ""}`.trim(),
  );

export const perimeterDiffers = (count: number) =>
  warning(
    "PERIMETER_DIFFERS",
    count === 1
      ? "Un rattachement y est dit autrement que dans le registre."
      : `${count} rattachements y sont dits autrement que dans le registre.`,
  );

export const setAsideByHand = () =>
  warning("SET_ASIDE_BY_HAND", "Mis de côté : le fichier est conservé, il n’est pas lu.");

export const nobodys = (text: string) =>
  warning("POINT_SET_ASIDE", `« ${text} » n’est à personne dans l’opération, avez-vous répondu : ce n’est pas lu.`);

export const unknownFile = (name: string) =>
  error(
    "UNKNOWN_FILE",
    `« ${name} » n’est pas reconnu. Une courbe s’appelle <PRM>_<début>_<fin>_<type>_CDC.csv, par exemple 12345678901234_01042026_30042026_Conso_CDC.csv. Rendez-lui le nom donné par le gestionnaire de réseau.`,
  );

export const tooLargeForFigures = (label: string) =>
  error(
    "FIGURES_TOO_LARGE",
    `Ce fichier est trop grand pour être : ${label}. Vérifiez que c’est bien lui, ou redemandez-le au gestionnaire de réseau.`,
  );

export const unnamedCurve = (name: string) =>
  error(
    "UNNAMED_CURVE",
    `« ${name} » contient une courbe, mais son nom ne dit ni de quel PRM ni de quels jours. Dites de quel point il s’agit, ou rendez-lui son nom : <PRM>_<début>_<fin>_<type>_CDC.csv.`,
  );

export const unnamedFile = (name: string) =>
  error("UNNAMED_FILE", `Le nom de « ${name} » ne dit pas de quel point il s’agit. Dites-le.`);

export const unnamedPeriod = (name: string) =>
  error("UNNAMED_PERIOD", `Le nom de « ${name} » ne dit pas de quels jours il parle. Donnez le premier et le dernier.`);

const frenchDay = (day: string): string => day.split("-").reverse().join("/");

export const undatedDocument = (name: string) =>
  error(
    "UNNAMED_PERIOD",
    `« ${name} » ne dit pas exactement de quels jours il parle. Donnez le premier et le dernier.`,
  );

export const isEndCounted = (name: string, from: string, end: string): string =>
  `« ${name} » va du ${frenchDay(from)} au ${frenchDay(end)}, sans dire si ce dernier jour compte. De quels jours parle-t-il ?`;

export const noEnergy = (name: string) =>
  warning("NO_ENERGY", `« ${name} » ne donne aucune énergie : rien n’en est enregistré.`);

export const otherCalendars = (read: readonly string[], others: readonly string[]) =>
  warning(
    "OTHER_CALENDARS",
    `Les mêmes énergies y sont découpées selon plusieurs calendriers tarifaires : « ${read.join(" », « ")} » est lu, « ${others.join(" », « ")} » est laissé de côté.`,
  );

export const unknownIdentifier = (text: string) =>
  error(
    "UNKNOWN_IDENTIFIER",
    `« ${text} » n’est ni un PRM (14 chiffres), ni un numéro d’opération (ACC et 8 chiffres). Dites de quel point il s’agit, ou corrigez le fichier.`,
  );

export const notInPerimeter = (what: string) =>
  error(
    "PRM_NOT_IN_PERIMETER",
    `${what} n’est pas dans le périmètre de l’opération. Dites de quel point il s’agit, ajoutez-le aux participants, ou retirez ce fichier de l’envoi.`,
  );

export const otherOperation = (accNumber: string, ours: string) =>
  error(
    "OTHER_OPERATION",
    `Ce fichier est celui de l’opération ${accNumber}, pas de ${ours}. Déposez-le dans la bonne opération.`,
  );

export const operationCurve = () =>
  warning(
    "OPERATION_CURVE",
    "Courbe de l’opération entière : le calcul part des courbes de chaque PRM. Le fichier est conservé, il n’est pas lu.",
  );

export const unknownType = (token: string) =>
  error(
    "UNKNOWN_TYPE",
    `Le type « ${token} » ne dit pas quelle grandeur le fichier contient. Choisissez-la, ou renommez-le avec Conso, Prod, Autoconso, Autoprod, Surplus ou Complement.`,
  );

export const unknownQuantity = (name: string) =>
  error("UNKNOWN_QUANTITY", `« ${name} » ne dit pas quelle grandeur il contient. Choisissez-la.`);

export const wrongRole = (
  point: { readonly prm: string; readonly name: string },
  role: string,
  token: string | null,
) => {
  const expected = role === "producer" ? "producteur" : "consommateur";
  const what = token === null ? "la grandeur du fichier" : `le type « ${token} » du nom du fichier`;
  return error(
    "WRONG_ROLE",
    `Le PRM ${point.prm} (${point.name}) n’est pas ${expected} dans cette opération. Vérifiez ${what}, ou le périmètre.`,
  );
};

export const zeroLost = (prm: string) =>
  warning(
    "ZERO_LOST",
    `Le fichier donne 13 chiffres : ils sont lus comme le PRM ${prm}, dont le premier zéro s’est perdu.`,
  );

export const outOfPerimeter = (point: { readonly prm: string; readonly name: string }) =>
  warning(
    "OUT_OF_PERIMETER",
    `Le PRM ${point.prm} (${point.name}) ne participait pas à l’opération ces jours-là : ses mesures sont gardées, elles n’entrent dans aucun calcul.`,
  );

export const identifiedByAnswer = (text: string, prm: string) =>
  warning("IDENTIFIED_BY_ANSWER", `« ${text} » est lu comme le PRM ${prm}, selon votre réponse.`);

export const dayGivenTwice = (when: string) =>
  error(
    "DAY_GIVEN_TWICE",
    `Un autre fichier de l’envoi donne d’autres valeurs pour le même PRM (${when}). Gardez un seul des deux.`,
  );

export const figureGivenTwice = (count: number) =>
  error(
    "FIGURE_GIVEN_TWICE",
    `Un autre fichier de l’envoi donne ${count === 1 ? "un autre chiffre" : `${count} autres chiffres`} pour la même période et le même point. Gardez un seul des deux.`,
  );

export const fewerValues = (count: number) => {
  const what = count === 1 ? "Une valeur connue jusqu’ici manque" : `${count} valeurs connues jusqu’ici manquent`;
  return warning(
    "FEWER_VALUES",
    `${what} dans ce fichier plus récent. Il remplace l’ancien, qui reste dans l’historique.`,
  );
};
