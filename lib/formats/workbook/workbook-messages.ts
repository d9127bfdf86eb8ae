// What is said of a file that is no workbook, or not one that can be read.

const SAVE_AS = "Ouvrez-le dans Excel ou LibreOffice, choisissez « Enregistrer sous », puis « Classeur Excel (.xlsx) »";

export const emptyFile = () => "Le fichier est vide. Enregistrez de nouveau le classeur et déposez-le.";

export const tooLarge = () =>
  "Le classeur est trop volumineux : 20 Mo au plus, 50 Mo une fois décompressé. " +
  "Gardez ses seules feuilles utiles, sans images ni lignes vides mises en forme, et réenregistrez-le.";

export const encrypted = () =>
  "Le classeur est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe et réenregistrez-le au format .xlsx.";

export const oldFormat = () => `Ce fichier est au format .xls d'avant 2007, ou d'un autre logiciel. ${SAVE_AS}.`;

export const binary = () => `Ce classeur est au format binaire .xlsb. ${SAVE_AS}.`;

export const openDocument = () => `Ce classeur est au format .ods. ${SAVE_AS}.`;

export const notAWorkbook = () =>
  "Ce fichier n'est pas un classeur Excel, malgré son nom. Déposez un classeur au format .xlsx.";

export const damaged = () =>
  "Le classeur est incomplet ou abîmé. Enregistrez-le ou téléchargez-le de nouveau, et déposez-le entier.";

export const unreadable = () =>
  `Ce classeur ne peut pas être lu tel qu'il est. ${SAVE_AS}, et déposez ce nouveau fichier.`;

export const tooManyCells = () =>
  "Le classeur a trop de cellules remplies, mises en forme ou fusionnées. Défusionnez, supprimez les lignes et les colonnes inutiles et réenregistrez-le.";

export const macrosIgnored = () =>
  "Le classeur contient des macros : elles sont ignorées, seules les cellules sont lues. Enedis attend un fichier .xlsx, sans macro.";

export const macrosRefused = () =>
  `Ce classeur contient des macros (.xlsm) : Enedis attend un fichier .xlsx, sans macro. ${SAVE_AS}.`;
