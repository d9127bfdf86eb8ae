import type { MeteringPointSheet } from "@/lib/data/metering-points";
import { classifyMeasureIdentifier } from "@/lib/domain/identifiers/classify-measure-identifier";
import { type ImportAnswers, NO_ANSWERS } from "@/lib/domain/measures/import-answers";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";
import { readDefinitiveEnergy } from "@/lib/formats/dso-api/read-definitive-energy";
import { SET_ASIDE } from "./read-source";

/** What was asked, to which an answer came. */
export type DsoQuestion = {
  readonly point: Pick<MeteringPointSheet, "prm" | "injectionContract">;
  readonly role: PerimeterRole;
  readonly period: Period;
};

/** An answer as a file of the import. */
export type DsoAnswerFile = {
  readonly name: string;
  /** False when it is no answer about this metering point: then it is kept, and not read. */
  readonly isReadable: boolean;
  /** What the question tells and the answer does not. */
  readonly answers: ImportAnswers;
};

/** Gives an answer of the DSO's interface its name, and says what becomes of it. */
export function checkDsoAnswer(bytes: Uint8Array, { point, role, period }: DsoQuestion): DsoAnswerFile {
  const subject = role === "consumer" ? "cons" : "prod";
  const name = `definitive_active_energy_${subject}_${writeDatedFileName(point.prm, period)}.json`;
  const { identifier, from, end, problems } = readDefinitiveEnergy(bytes);
  const isOther = identifier !== null && !isOf(identifier, point);
  if (problems.errorCount > 0 || isOther) {
    return { name, isReadable: false, answers: { ...NO_ANSWERS, kinds: { [name]: SET_ASIDE } } };
  }
  const days = `${period.from}/${addDays(period.toExclusive, -1)}`;
  const replies = {
    ...(identifier === null && { [`owner:${name}`]: point.prm }),
    ...(from === null && end === null && { [`period:${name}`]: days }),
  };
  return { name, isReadable: true, answers: { ...NO_ANSWERS, replies } };
}

function isOf(identifier: string, { prm, injectionContract }: DsoQuestion["point"]): boolean {
  const said = classifyMeasureIdentifier(identifier);
  if (said.kind === "metering_point") return said.prm === prm;
  return said.kind === "injection_contract" && said.reference === injectionContract;
}
