import "server-only";
import { randomUUID } from "node:crypto";
import { insertDsoRequest } from "@/lib/data/dso-requests";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import { enqueueDsoRequest } from "@/lib/data/queue";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { DsoRequest } from "@/lib/domain/measures/dso-request";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { settlementPeriodOf } from "@/lib/domain/time/settlement-period-of";
import type { DsoApi } from "@/lib/gateways/dso-api/dso-api";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";

/**
 * Opens an import that a worker fills with the DSO's answers about one settlement period, one for each metering point.
 * It is then shown, and written once it is confirmed, like files that somebody sends.
 *
 * @param asking.periodFrom - First day of the period, which must be over on `day`.
 * @param api - Null where the installation is not set up for it.
 * @returns The id of the import; of the one that asks for the same period already, where there is one.
 * @throws {DomainError} DSO_API_NOT_CONFIGURED, NO_ACC_NUMBER, UNKNOWN_PERIOD, PERIOD_NOT_OVER or NOBODY_TO_ASK.
 */
export async function requestDsoEnergies(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  actor: Actor,
  asking: { readonly periodFrom: CivilDate; readonly day: CivilDate },
  api: DsoApi | null,
): Promise<string> {
  const { id: operationId, sheet } = operation;
  if (!api) throw new DomainError("DSO_API_NOT_CONFIGURED", "the installation has no access to the DSO's interface");
  if (sheet.accNumber === null) throw new DomainError("NO_ACC_NUMBER", "the DSO knows an operation by its number");
  const period = findPeriod(sheet, asking);
  const points = listAskable(await listMeteringPoints(operationId), period, api);
  if (points.length === 0) throw new DomainError("NOBODY_TO_ASK", "no metering point takes part in the period");
  const importId = randomUUID();
  const request: DsoRequest = { period, points, failures: [] };
  return insertDsoRequest(operationId, { importId, actor, request }, (client) =>
    enqueueDsoRequest(client, { operationId, importId }),
  );
}

function findPeriod(sheet: OperationSheet, asking: { readonly periodFrom: CivilDate; readonly day: CivilDate }) {
  const { periodFrom: from, day } = asking;
  const period = settlementPeriodOf(from, settlementCalendarOf(sheet));
  if (period?.from !== from)
    throw new DomainError("UNKNOWN_PERIOD", "no period starts on this day", { details: { from } });
  if (period.toExclusive > day) throw new DomainError("PERIOD_NOT_OVER", "nothing of it is definitive yet");
  return period;
}

function listAskable(
  points: readonly MeteringPointSheet[],
  { from, toExclusive }: Period,
  { roles }: DsoApi,
): DsoRequest["points"] {
  const asked = (point: MeteringPointSheet, role: DsoApi["roles"][number]) =>
    point.attachments.some(
      (stay) => stay.role === role && stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
    );
  return roles.flatMap((role) =>
    points.filter((point) => asked(point, role)).map(({ id: meteringPointId }) => ({ meteringPointId, role })),
  );
}
