import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";
import { announceKey } from "@/lib/services/coefficients/announce-key";
import { createKeyDraft } from "@/lib/services/coefficients/create-key-draft";
import { addParticipant } from "@/lib/services/registry/add-participant";
import type { TestCollectivity } from "./create-test-collectivity";
import { createTestOperation, type TestOperation } from "./create-test-operation";
import type { TestSql } from "./test-sql";

/** First day of the key that is announced. */
export const ANNOUNCED_FROM = civilDate("2026-09-01");

export const NEIGHBOURS = {
  Jeanne: { email: "jeanne@courriel.example", site: "Maison" },
  Paul: { email: "paul@courriel.example", site: "Atelier" },
  Ginette: { email: null, site: "Ferme" },
} as const;

export type Neighbour = keyof typeof NEIGHBOURS;

export type AnnouncedOperation = {
  readonly operation: TestOperation;
  readonly participantIds: Readonly<Record<Neighbour, string>>;
};

/** A roof and a town hall of the commune, and three neighbours: two with an e-mail address, one without. */
export async function createNeighbourhood(collectivity: TestCollectivity, sql: TestSql): Promise<AnnouncedOperation> {
  const sites = Object.values(NEIGHBOURS).map(({ site }) => [site, ["consumer"] as const] as const);
  const operation = await createTestOperation(collectivity, {
    startDay: civilDate("2026-03-01"),
    perimeter: { Toiture: ["producer"], Mairie: ["consumer"], ...Object.fromEntries(sites) },
    key: { Mairie: 400_000, Maison: 200_000, Atelier: 200_000, Ferme: 200_000 },
  });
  const entries: [Neighbour, string][] = [];
  for (const [name, { email, site }] of Object.entries(NEIGHBOURS)) {
    const id = await addParticipant(operation, collectivity.users.officer.actor, {
      kind: "natural",
      name: `${name} Exemple`,
      legalId: null,
      address: `${entries.length + 1} rue des Lilas`,
      email,
      phone: null,
      isTenant: false,
    });
    for (const table of ["metering_point", "attachment"]) {
      const column = table === "attachment" ? "metering_point_id" : "id";
      await sql(`UPDATE ${table} SET participant_id = $3 WHERE operation_id = $1 AND ${column} = $2`, [
        operation.id,
        operation.point(site).id,
        id,
      ]);
    }
    entries.push([name as Neighbour, id]);
  }
  return { operation, participantIds: Object.fromEntries(entries) as Record<Neighbour, string> };
}

/** A static draft of this operation; without shares, everything goes to the town hall. */
export function draftTestKey(
  operation: TestOperation,
  shares: Readonly<Record<string, number>> = { Mairie: 1_000_000 },
  from: CivilDate = ANNOUNCED_FROM,
): Promise<string> {
  return createKeyDraft(operation, operation.collectivity.users.officer.actor, {
    kind: "static",
    from,
    unitPpm: 100,
    reason: "Conseil du 2 juin",
    ppmByConsumer: new Map(Object.entries(shares).map(([name, ppm]) => [operation.point(name).id, ppm])),
    rule: null,
    sourceKeyId: null,
  });
}

/** The same, announced. */
export async function announceTestKey(operation: TestOperation, isMailOn = true): Promise<string> {
  const id = await draftTestKey(operation, { Mairie: 400_000, Maison: 300_000, Atelier: 200_000, Ferme: 50_000 });
  await announceKey(operation, operation.collectivity.users.officer.actor, id, { isMailOn });
  return id;
}
