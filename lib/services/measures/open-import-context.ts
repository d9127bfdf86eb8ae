import "server-only";
import { listRememberedAnswers } from "@/lib/data/import-answers";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findOperation } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { ImportAnswers } from "@/lib/domain/measures/import-answers";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import { type ImportContext, importContext } from "./import-context";

/** What an import has to know of its operation, and what was ever said of its files. */
export async function openImportContext(
  operationId: AuthorizedOperationId,
  answers: ImportAnswers,
): Promise<ImportContext> {
  const [sheet, points, { tokens, identifiers }] = await Promise.all([
    findOperation(operationId),
    listMeteringPoints(operationId),
    listRememberedAnswers(operationId),
  ]);
  const remembered = {
    tokens: new Map(tokens.map(({ token, quantity }) => [token, quantity])),
    identifiers: new Map(identifiers.map(({ identifier, meteringPointId }) => [identifier, meteringPointId])),
  };
  const operation = { accNumber: sheet?.accNumber ?? null, calendar: sheet && settlementCalendarOf(sheet) };
  return importContext(operation, points, { answers, remembered });
}
