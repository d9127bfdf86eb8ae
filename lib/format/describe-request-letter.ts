import type { RequestKind } from "@/lib/domain/requests/request-kind";
import type { SuspensionGround } from "@/lib/domain/requests/suspension-ground";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { KEY_KINDS } from "./coefficient-words";
import { formatDay } from "./format-date";
import { SUSPENSION_GROUND_TEXTS } from "./request-words";

export type RequestLetterInput = {
  readonly kind: RequestKind;
  readonly wantedDay: string;
  /** The day it holds from; a termination's may be later than the one wanted. */
  readonly effectDay: string;
  readonly operationName: string;
  readonly accNumber: string | null;
  readonly keyKind: CoefficientKind | null;
  readonly ground: SuspensionGround | null;
  readonly reason: string | null;
  readonly entryCount: number;
  readonly exitCount: number;
  /** Whether it mends a request that was answered by an anomaly. */
  readonly isCorrection: boolean;
};

export type RequestLetterText = {
  /** How it is to be sent, when not by e-mail. */
  readonly sending: string | null;
  readonly subject: string;
  readonly reference: string;
  readonly paragraphs: readonly string[];
};

/** A request to the DSO in the words of a letter, with the articles it rests on. */
export function describeRequestLetter(input: RequestLetterInput): RequestLetterText {
  const { kind, accNumber, operationName, reason, isCorrection } = input;
  return {
    sending: kind === "termination" ? "Lettre recommandée avec demande d’avis de réception" : null,
    subject: isCorrection ? `${SUBJECTS[kind]} (demande corrigée)` : SUBJECTS[kind],
    reference: `Convention d’autoconsommation collective ${accNumber ?? "(numéro à venir)"}, « ${operationName} »`,
    paragraphs: [
      ...BODIES[kind](input),
      ...(isCorrection ? ["Cette demande corrige l’anomalie que vous avez signalée et remplace la précédente."] : []),
      ...(reason === null ? [] : [`Motif : ${reason}`]),
    ],
  };
}

const SUBJECTS: Readonly<Record<RequestKind, string>> = {
  perimeter: "Modification du périmètre de l’opération",
  coefficient_kind: "Modification du type de coefficients de répartition",
  static_values: "Modification des coefficients de répartition statiques",
  suspension: "Demande de suspension de la convention",
  termination: "Résiliation de la convention",
};

const ANSWER = "Nous vous remercions de nous confirmer la faisabilité de cette modification dans les cinq jours ouvrés";

const BODIES: Readonly<Record<RequestKind, (input: RequestLetterInput) => readonly string[]>> = {
  perimeter: ({ wantedDay, entryCount, exitCount, keyKind }) => [
    `En application de l’article 3.2.1 de la convention, nous vous demandons de modifier le périmètre de l’opération avec effet au ${formatDay(wantedDay)} : ${countMoves(entryCount, exitCount)}.`,
    `Le tableau ci-dessous dit chaque PRM, son type et l’identité de son titulaire ; l’annexe 2 jointe donne le périmètre complet à cette date${keyKind === "static" ? ", avec le coefficient de répartition de chaque consommateur" : ""}. Nous disposons de l’accord préalable des participants concernés.`,
    `${ANSWER} (article 3.2.1).`,
  ],
  coefficient_kind: ({ wantedDay, keyKind }) => [
    `En application de l’article 4.2 de la convention, nous vous demandons d’appliquer à l’opération, à compter du ${formatDay(wantedDay)}, des coefficients de répartition de type « ${keyKind === null ? "par défaut" : KEY_KINDS[keyKind]} ».`,
    `L’annexe 2 jointe porte ce choix${keyKind === "static" ? " et la valeur de chaque coefficient" : ""}.`,
    `${ANSWER} (article 4.2).`,
  ],
  static_values: ({ wantedDay }) => [
    `En application de l’article 4.3 de la convention, nous vous demandons d’appliquer à compter du ${formatDay(wantedDay)} les coefficients de répartition statiques de l’annexe 2 jointe.`,
    `${ANSWER} (article 4.3).`,
  ],
  suspension: ({ wantedDay, ground }) => [
    `En application de l’article 8.6 de la convention, nous vous demandons d’en suspendre l’exécution à compter du ${formatDay(wantedDay)}${ground === null ? "" : `, au motif suivant : ${SUSPENSION_GROUND_TEXTS[ground]}`}.`,
    "La suspension est sans effet sur les contrats d’accès au réseau des participants. Nous les en informons ; nous vous remercions d’en informer les fournisseurs, les producteurs et le responsable d’équilibre (article 8.6.2).",
  ],
  termination: ({ wantedDay, effectDay }) => [
    `En application de l’article 8.5.1 de la convention, nous la résilions avec effet au ${formatDay(effectDay)}${effectDay === wantedDay ? "" : `, soit trois mois après l’envoi de cette lettre (nous souhaitions le ${formatDay(wantedDay)})`}.`,
    "Nous en informons les participants ; nous vous remercions d’en informer les fournisseurs, les producteurs et le responsable d’équilibre au plus tard cinq jours ouvrés avant cette date (article 8.5.2).",
  ],
};

function countMoves(entryCount: number, exitCount: number): string {
  const parts = [
    entryCount === 0 ? "" : entryCount === 1 ? "une entrée" : `${entryCount} entrées`,
    exitCount === 0 ? "" : exitCount === 1 ? "une sortie" : `${exitCount} sorties`,
  ];
  return parts.filter((part) => part !== "").join(" et ");
}
