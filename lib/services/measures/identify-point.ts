import type { MeteringPointSheet } from "@/lib/data/metering-points";
import type { MeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { identifierText } from "@/lib/domain/identifiers/identifier-text";
import type { FileProblem } from "@/lib/formats/file-problem";
import { type ImportContext, NOBODY } from "./import-context";
import * as messages from "./import-messages";
import type { AskedQuestion } from "./import-questions";

export type IdentifiedPoint =
  | { readonly kind: "point"; readonly point: MeteringPointSheet; readonly warnings: readonly FileProblem[] }
  /** Its sender says that it is nobody's here. */
  | { readonly kind: "set_aside"; readonly problem: FileProblem }
  | { readonly kind: "question"; readonly problem: FileProblem };

/** Which metering point an identifier stands for: by the registry, by what its sender says, or a question. */
export function identifyPoint(
  identifier: MeasureIdentifier,
  file: string,
  context: Pick<ImportContext, "findPoint" | "ask">,
): IdentifiedPoint {
  const text = identifierText(identifier);
  const found = findInRegistry(identifier, context);
  if (found) return { kind: "point", point: found, warnings: zeroLost(identifier) };
  const message = `À quel point de mesure correspond « ${text} » ?`;
  const question = { id: `point:${text}`, kind: "metering_point", subject: text, file, message } as const;
  return identifyByAnswer(question, unknownPoint(identifier), context);
}

/** Whose a file is that does not say it: its sender's answer, or a question. */
export function identifyOwner(
  { key, name }: { readonly key: string; readonly name: string },
  unnamed: FileProblem,
  context: Pick<ImportContext, "findPoint" | "ask">,
): IdentifiedPoint {
  const message = `De quel point de mesure est « ${name} » ?`;
  const question = { id: `owner:${key}`, kind: "metering_point", subject: name, file: name, message } as const;
  return identifyByAnswer(question, unnamed, context);
}

function identifyByAnswer(
  question: AskedQuestion,
  problem: FileProblem,
  context: Pick<ImportContext, "findPoint" | "ask">,
): IdentifiedPoint {
  const answer = context.ask(question);
  if (answer === null) return { kind: "question", problem };
  if (answer === NOBODY) return { kind: "set_aside", problem: messages.nobodys(question.subject) };
  const point = context.findPoint({ prm: answer });
  if (!point) return { kind: "question", problem };
  return { kind: "point", point, warnings: [messages.identifiedByAnswer(question.subject, point.prm)] };
}

function findInRegistry(identifier: MeasureIdentifier, { findPoint }: Pick<ImportContext, "findPoint">) {
  if (identifier.kind === "metering_point") return findPoint({ prm: identifier.prm });
  return identifier.kind === "injection_contract" ? findPoint({ injectionContract: identifier.reference }) : undefined;
}

function unknownPoint(identifier: MeasureIdentifier): FileProblem {
  if (identifier.kind === "metering_point") return messages.notInPerimeter(`Le PRM ${identifier.prm}`);
  return identifier.kind === "injection_contract"
    ? messages.notInPerimeter(`Le contrat d’injection ${identifier.reference}`)
    : messages.unknownIdentifier(identifierText(identifier));
}

function zeroLost(identifier: MeasureIdentifier): readonly FileProblem[] {
  const isLost = identifier.kind === "metering_point" && identifier.doubts.includes("zero_lost");
  return isLost ? [messages.zeroLost(identifier.prm)] : [];
}
