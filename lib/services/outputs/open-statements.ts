import "server-only";
import { type Audience, readAudience } from "@/lib/data/coefficient-announcements";
import { findKeyVersion } from "@/lib/data/coefficient-versions";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { ParticipantStatement, StatementRule } from "@/lib/domain/settlement/participant-statement";
import type { SettlementRule } from "@/lib/domain/settlement/settlement-rule";
import { composeRole, type OwnPoint } from "./compose-role";
import { listSources } from "./list-sources";
import type { OutputPoint, OutputRun } from "./read-output-run";
import { OFFICIAL_NAMES, type StatementNames } from "./statement-names";

/** Whom a statement can be made for. */
export type StatementRecipient = {
  readonly id: string;
  readonly name: string;
  /** Of his metering points over the period. */
  readonly prms: readonly string[];
  readonly roles: readonly PerimeterRole[];
};

export type Statements = {
  /** By name; without those who asked to be erased. */
  readonly recipients: readonly StatementRecipient[];
  /** Null for whoever is not among them. */
  readonly compose: (participantId: string) => Promise<ParticipantStatement | null>;
};

/**
 * What each participant can be told of a run: the figures of the days that are his own.
 *
 * Who held what is read from the registry as it is; who counted, and what it gave, from the run.
 */
export async function openStatements(output: OutputRun, names: StatementNames = OFFICIAL_NAMES): Promise<Statements> {
  const { operation, run } = output;
  const [audience, keys] = await Promise.all([
    readAudience(operation.id, run.period.from),
    readStaticShares(output, run.rules),
  ]);
  const owned = new Map(
    audience.people
      .filter(({ isErased }) => !isErased)
      .map((person) => [person.id, ownPoints(output, audience, person.id)]),
  );
  const people = audience.people.filter(({ id }) => (owned.get(id) ?? []).length > 0);
  return {
    recipients: people.map(({ id, name }) => {
      const points = owned.get(id) ?? [];
      return {
        id,
        name,
        prms: [...new Set(points.map(({ point }) => point.prm))],
        roles: [...new Set(points.map(({ role }) => role))],
      };
    }),
    async compose(participantId) {
      const person = people.find(({ id }) => id === participantId);
      if (!person) return null;
      const points = owned.get(participantId) ?? [];
      const [consumed, produced] = await Promise.all([
        composeRole(output, points, "consumer", names),
        composeRole(output, points, "producer", names),
      ]);
      return {
        participant: { name: person.name, address: person.address },
        consumption: consumed && { ...consumed, sources: listSources(output, points, consumed.total.sharedWh, names) },
        production: produced && { ...produced, consumerCount: countConsumers(output, points) },
        rules: run.rules.map((rule) => describeRule(rule, points, keys)),
      };
    },
  };
}

/** The metering points of the run that a participant held on some of its days. */
function ownPoints(output: OutputRun, { stays }: Audience, participantId: string): readonly OwnPoint[] {
  const { from, toExclusive } = output.run.period;
  const overlapping = stays.filter(
    (stay) => stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from),
  );
  const held = (role: PerimeterRole) => (point: OutputPoint, index: number) => {
    const ofPoint = overlapping.filter((stay) => stay.meteringPointId === point.id && stay.role === role);
    const own = ofPoint.filter((stay) => stay.participantId === participantId);
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    const end = last.toExclusive ?? toExclusive;
    const days = { from: first.from > from ? first.from : from, toExclusive: end < toExclusive ? end : toExclusive };
    const isStillHis = point.holderId === participantId;
    return [{ role, point, index, days, own, isWhole: own.length === ofPoint.length, isStillHis }];
  };
  return [...output.consumers.flatMap(held("consumer")), ...output.producers.flatMap(held("producer"))];
}

function countConsumers({ exactPairsWh }: OutputRun, points: readonly OwnPoint[]): number {
  const rows = points.filter(({ role }) => role === "producer").map(({ index }) => exactPairsWh[index]);
  const columns = rows[0]?.length ?? 0;
  return Array.from({ length: columns }, (_, j) => rows.some((row) => (row?.[j] ?? 0) > 0)).filter(Boolean).length;
}

type StaticShares = ReadonlyMap<string, ReadonlyMap<string, number>>;

async function readStaticShares({ operation }: OutputRun, rules: readonly SettlementRule[]): Promise<StaticShares> {
  const ids = rules.flatMap(({ appliedKind, keyId }) => (appliedKind === "static" && keyId !== null ? [keyId] : []));
  const keys = await Promise.all([...new Set(ids)].map((id) => findKeyVersion(operation.id, id)));
  return new Map(keys.map(({ id, ppmByConsumer }) => [id, ppmByConsumer]));
}

function describeRule(
  { from, toExclusive, appliedKind, reason, articles, keyId }: SettlementRule,
  points: readonly OwnPoint[],
  keys: StaticShares,
): StatementRule {
  const ppmByConsumer = keyId === null ? undefined : keys.get(keyId);
  const shares = points.flatMap(({ role, point }) =>
    role === "consumer" && ppmByConsumer ? [{ prm: point.prm, ppm: ppmByConsumer.get(point.id) ?? 0 }] : [],
  );
  return { from, toExclusive, appliedKind, reason, articles, shares };
}
