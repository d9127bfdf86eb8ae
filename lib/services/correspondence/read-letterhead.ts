import "server-only";
import { readOperationParties } from "@/lib/data/operation-sheets";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { OperationParty } from "@/lib/domain/operation/operation-party";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";

/** What a letter needs of the operation it is about. */
export type WritingOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: { readonly name: string; readonly slug: string; readonly accNumber: string | null };
  readonly collectivity: { readonly name: string };
};

/** Who writes and who is written to under the convention, as letters say it. */
export type Letterhead = {
  readonly sender: readonly string[];
  /** The DSO's desk of annexe 3. */
  readonly dso: readonly string[];
  readonly dsoEmail: string | null;
  readonly placeAndDay: string;
  readonly signature: readonly string[];
};

/** The addresses and the signature of an operation's letters, from annexes 1 and 3 as they stand. */
export async function readLetterhead({ id, collectivity }: WritingOperation, day: CivilDate): Promise<Letterhead> {
  const { organiser, signatory, correspondent, dso } = await readOperationParties(id);
  const signer = signatory ?? correspondent;
  const city = organiser?.city ?? signer?.city ?? null;
  return {
    sender: [organiser?.organisationName ?? collectivity.name, ...addressOf(organiser)],
    dso: [dso?.organisationName ?? "Enedis", ...addressOf(dso)],
    dsoEmail: dso?.email ?? null,
    placeAndDay: `${city === null ? "Le" : `${city}, le`} ${formatDay(day)}`,
    signature: [personOf(signer), signer?.jobTitle ?? ""].filter((line) => line !== ""),
  };
}

function addressOf(party: OperationParty | undefined): readonly string[] {
  const town = [party?.postalCode, party?.city].filter(Boolean).join(" ");
  return [party?.address ?? "", town].filter((line) => line !== "");
}

const personOf = (party: OperationParty | undefined): string =>
  [party?.firstName, party?.lastName].filter(Boolean).join(" ");
