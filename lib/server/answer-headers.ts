import "server-only";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

const NAME = "x-prorata-request";

// Route handlers and what starts the process are bundled apart: they meet here.
const store = globalThis as unknown as { openAnswers?: Map<string, ServerResponse> };
const answers = store.openAnswers ?? new Map<string, ServerResponse>();
store.openAnswers = answers;

/** Remembers the answer to a request until it is sent, so that who counts a call may write on it. */
export function rememberAnswer({ headers }: IncomingMessage, answer: ServerResponse): void {
  const id = randomUUID();
  headers[NAME] = id; // whatever the caller sent under this name
  answers.set(id, answer);
  answer.once("close", () => answers.delete(id));
}

/** Writes a header on the answer to a request; what its route handler writes under the same name wins. */
export function setAnswerHeader(requestHeaders: Headers, name: string, value: string): void {
  const answer = answers.get(requestHeaders.get(NAME) ?? "");
  if (answer && !answer.headersSent) answer.setHeader(name, value);
}
