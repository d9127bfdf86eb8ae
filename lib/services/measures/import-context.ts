import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { ImportAnswers } from "@/lib/domain/measures/import-answers";
import type { ImportQuestion } from "@/lib/domain/measures/import-question";
import type { RegistryStay } from "@/lib/domain/perimeter/compare-attachments";
import { ENERGY_QUANTITIES } from "@/lib/domain/series/energy-quantities";
import type { SettlementCalendar } from "@/lib/domain/time/settlement-calendar";
import { type AskedQuestion, ImportQuestions } from "./import-questions";
import { parsePeriodAnswer } from "./parse-period-answer";

/** The answer of who says that a metering point is nobody's in the operation. */
export const NOBODY = "none";

/** What an import knows of the operation it writes to, and of what its sender said. */
export type ImportContext = {
  readonly accNumber: string | null;
  readonly calendar: SettlementCalendar | null;
  readonly findPoint: (identifier: { prm: string } | { injectionContract: string }) => MeteringPointSheet | undefined;
  readonly listStays: () => readonly RegistryStay[];
  /** What a person says a file is, by the key of the file. */
  readonly kindOf: (key: string) => string | undefined;
  /** Whether a person says what a file of this name is, wherever it stands. */
  readonly hasKind: (name: string) => boolean;
  /** The answer to a question; null when it is open, and then it is put. */
  readonly ask: (question: AskedQuestion) => string | null;
  /** The same without putting it. */
  readonly peek: (question: AskedQuestion) => string | null;
  readonly listQuestions: () => readonly ImportQuestion[];
};

type KnownAnswers = {
  readonly answers: ImportAnswers;
  /** Of earlier imports, by id of the question; a metering point by its id. */
  readonly remembered: {
    readonly tokens: ReadonlyMap<string, string>;
    readonly identifiers: ReadonlyMap<string, string>;
  };
};

export function importContext(
  { accNumber, calendar }: Pick<ImportContext, "accNumber" | "calendar">,
  points: readonly MeteringPointSheet[],
  { answers, remembered }: KnownAnswers,
): ImportContext {
  const byPrm = new Map(points.map((point) => [point.prm, point]));
  const byContract = new Map(points.map((point) => [point.injectionContract, point]));
  const prmOf = new Map(points.map(({ id, prm }) => [id, prm]));
  const known = new Map([
    ...[...remembered.tokens].map(([token, quantity]) => [`type:${token}`, quantity] as const),
    ...[...remembered.identifiers].map(([text, id]) => [`point:${text}`, prmOf.get(id) ?? ""] as const),
  ]);
  const questions = new ImportQuestions(answers, known, ({ kind }, text) => {
    if (kind === "metering_point") return text === NOBODY || byPrm.has(text);
    if (kind === "stamps") return text === "start" || text === "end";
    return kind === "period"
      ? parsePeriodAnswer(text) !== null
      : ENERGY_QUANTITIES.some((quantity) => quantity === text);
  });
  const saidKeys = Object.keys(answers.kinds);
  return {
    accNumber,
    calendar,
    findPoint: (identifier) =>
      "prm" in identifier ? byPrm.get(identifier.prm) : byContract.get(identifier.injectionContract),
    listStays: () =>
      points.flatMap(({ prm, injectionContract, attachments }) =>
        attachments.map((attachment) => ({ prm, injectionContract, ...attachment })),
      ),
    kindOf: (key) => answers.kinds[key],
    hasKind: (name) => saidKeys.some((key) => key.includes(name)),
    ask: (question) => questions.ask(question),
    peek: (question) => questions.peek(question),
    listQuestions: () => questions.list(),
  };
}
