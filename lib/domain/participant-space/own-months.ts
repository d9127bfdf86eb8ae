import type { StatementEnergies } from "@/lib/domain/settlement/participant-statement";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** A stored run of a period on some of whose days a participant counted. */
export type OwnRun = {
  readonly id: string;
  readonly period: Period;
  readonly version: number;
  readonly createdAt: Date;
  /** It will not be settled again, unless it is reopened. */
  readonly isClosed: boolean;
  /** Data changed since. */
  readonly isStale: boolean;
};

/** One of his metering points in one role and one run. */
export type OwnRunPoint = {
  readonly runId: string;
  readonly meteringPointId: string;
  readonly role: "consumer" | "producer";
  /** Of the period, when nobody else held the point in it; null where his own days have to be added up. [Wh] */
  readonly whole: { readonly energyWh: number; readonly sharedWh: number } | null;
  /** Consumers: paid less with the operation. Null: a price lacks, or somebody else held the point too. [cents] */
  readonly savedCents: number | null;
  /** Producers: sold inside the operation and outside. Null for the same reasons. [cents] */
  readonly soldCents: number | null;
};

/** One of his own days in one role. [Wh] */
export type OwnRunDay = {
  readonly runId: string;
  readonly meteringPointId: string;
  readonly role: "consumer" | "producer";
  readonly day: CivilDate;
  readonly energyWh: number;
  readonly sharedWh: number;
  /** Steps whose value was corrected (art. 5.2.3). */
  readonly correctedSteps: number;
};

/** What one roof gave him in one run. */
export type OwnSource = {
  readonly runId: string;
  readonly producerId: string;
  /** As he may read it: a site of his own, of a public body or of the organiser; null: of another participant. */
  readonly name: string | null;
  readonly energyWh: number;
};

/** One role of a participant in a month. */
export type OwnRole = StatementEnergies & {
  /** Null: a price lacks, or a metering point changed hands. [cents] */
  readonly amountCents: number | null;
  /** Somebody else held one of the points on other days of the period: what is told is of his own days. */
  readonly isShortened: boolean;
};

/** A settled month as a participant reads it. */
export type OwnMonth = {
  readonly run: OwnRun;
  /** Null when he consumed at no point. */
  readonly consumption: OwnRole | null;
  /** Null when he produced at no point. */
  readonly production: OwnRole | null;
  /** Where the shared energy came from, the most first; null: known for the whole period only, which is not all his. */
  readonly sources: readonly { readonly name: string | null; readonly energyWh: number }[] | null;
};
