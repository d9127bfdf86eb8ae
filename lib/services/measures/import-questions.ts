import type { ImportAnswers } from "@/lib/domain/measures/import-answers";
import type { ImportQuestion } from "@/lib/domain/measures/import-question";

export type AskedQuestion = Omit<ImportQuestion, "answer" | "isRemembered">;

/** What an import asks its sender, and what is known of the answers. */
export class ImportQuestions {
  readonly #asked = new Map<string, ImportQuestion>();
  readonly #answers: ImportAnswers;
  readonly #remembered: ReadonlyMap<string, string>;
  readonly #isAnswer: (question: AskedQuestion, text: string) => boolean;

  /**
   * @param remembered - Answers to earlier imports, by id of the question.
   * @param isAnswer - Whether a text answers a question; another one leaves it open.
   */
  constructor(
    answers: ImportAnswers,
    remembered: ReadonlyMap<string, string>,
    isAnswer: (question: AskedQuestion, text: string) => boolean,
  ) {
    this.#answers = answers;
    this.#remembered = remembered;
    this.#isAnswer = isAnswer;
  }

  /** The answer where it is known; null, and the question is put, where it is not. */
  ask(question: AskedQuestion): string | null {
    const known = this.#find(question);
    if (!this.#asked.has(question.id)) {
      const isRemembered = known !== null && !this.#isReplied(question);
      this.#asked.set(question.id, { ...question, answer: known, isRemembered });
    }
    return known;
  }

  /** The answer where it is known, without putting the question. */
  peek(question: AskedQuestion): string | null {
    return this.#find(question);
  }

  list(): readonly ImportQuestion[] {
    return [...this.#asked.values()];
  }

  #isReplied(question: AskedQuestion): boolean {
    const text = this.#answers.replies[question.id];
    return text !== undefined && this.#isAnswer(question, text);
  }

  #find(question: AskedQuestion): string | null {
    if (this.#isReplied(question)) return this.#answers.replies[question.id] ?? null;
    const text = this.#remembered.get(question.id);
    return text !== undefined && this.#isAnswer(question, text) ? text : null;
  }
}
