import { PARTY_FIELDS, type PartyRole } from "@/lib/domain/operation/operation-party";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { authorizeOperationRequest } from "@/lib/server/access";
import { toErrorResponse } from "@/lib/server/http";
import { type ReadOperationSheet, readOperationSheet } from "@/lib/services/operations/read-operation-sheet";

/** The sheet of an operation (annexes 1 and 3). */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/operations/[acc]">) {
  try {
    const operation = await authorizeOperationRequest(request, (await params).acc, "read");
    const { atStart, now, renewable, parties } = await readOperationSheet(operation, parisCivilDate(Date.now()));
    const { sheet, collectivity } = operation;
    const counted = { atStart, now, renewable, parties: listParties(parties) };
    return Response.json({ operation: { ...sheet, collectivityName: collectivity.name, ...counted } });
  } catch (error) {
    return toErrorResponse(error);
  }
}

function listParties(parties: ReadOperationSheet["parties"]) {
  const roles = Object.keys(PARTY_FIELDS) as PartyRole[];
  return Object.fromEntries(
    roles.map((role) => {
      const party = parties[role];
      const told = party && Object.fromEntries(PARTY_FIELDS[role].map((field) => [field, party[field]]));
      return [role, told ?? null];
    }),
  );
}
