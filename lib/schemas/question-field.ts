/** What tells the fields of questions from the others of their form. */
export const QUESTION_PREFIX = "question_";

/** The name of the field of a question. */
export const questionField = (id: string): string => `${QUESTION_PREFIX}${id}`;
