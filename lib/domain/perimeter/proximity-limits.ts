import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

/** Where the points of an operation stand to each other: the box ticked in annexe 1. */
export type ProximityKind = "same_building" | "extended" | "derogation";
/** What the derogation is granted for. */
export type DerogationBasis = "rural_and_periurban" | "rural" | "epci";
/** Mainland, or an island whose network is its own (ZNI). */
export type NetworkZone = "mainland" | "non_interconnected";

/** How far apart the points may be, and how much the producers may have together, from a day on. */
export type ProximityLimit = {
  readonly kind: ProximityKind;
  /** Derogations only. */
  readonly basis: DerogationBasis | null;
  readonly zone: NetworkZone;
  /** Between the two most distant points, allowed itself; null: none. [m] */
  readonly maxDistanceM: number | null;
  /** Of all producers, no longer allowed itself; null: none. [W] */
  readonly powerBelowW: number | null;
  /** It holds until a later line of the same kind, basis and zone. */
  readonly from: CivilDate;
  /** The text it comes from, as a person looks it up. */
  readonly source: string;
};

const FROM = civilDate("2025-02-21");
const DECREE = "arrêté du 21 novembre 2019, modifié en 2023 et le 21 février 2025";
const BUILDING = "code de l’énergie, art. L.315-2";

const MEGAWATT = 1_000_000;
const MAINLAND = { zone: "mainland", powerBelowW: 5 * MEGAWATT, from: FROM, source: DECREE } as const;
const ISLANDS = { zone: "non_interconnected", powerBelowW: 0.5 * MEGAWATT, from: FROM, source: DECREE } as const;
const NO_LIMIT = { maxDistanceM: null, powerBelowW: null, from: FROM, source: BUILDING } as const;

/**
 * The limits of proximity and power: data, of which one line is added for each new text; lines never change.
 *
 * The decree is not among our sources: the figures are second-hand, and its own date stands for the day it took effect.
 * Read as follows [I]: a single building has no limit of power either, and the 10 MW of the EPCI derogation are the
 * mainland's, the islands keeping their own.
 *
 * @see Code de l'énergie, L.315-2; arrêté of 21 November 2019, as amended in 2023 and on 21 February 2025.
 */
export const PROXIMITY_LIMITS: readonly ProximityLimit[] = [
  { kind: "same_building", basis: null, zone: "mainland", ...NO_LIMIT },
  { kind: "same_building", basis: null, zone: "non_interconnected", ...NO_LIMIT },
  { kind: "extended", basis: null, maxDistanceM: 2_000, ...MAINLAND },
  { kind: "extended", basis: null, maxDistanceM: 2_000, ...ISLANDS },
  { kind: "derogation", basis: "rural_and_periurban", maxDistanceM: 10_000, ...MAINLAND },
  { kind: "derogation", basis: "rural_and_periurban", maxDistanceM: 10_000, ...ISLANDS },
  { kind: "derogation", basis: "rural", maxDistanceM: 20_000, ...MAINLAND },
  { kind: "derogation", basis: "rural", maxDistanceM: 20_000, ...ISLANDS },
  { kind: "derogation", basis: "epci", maxDistanceM: null, ...MAINLAND, powerBelowW: 10 * MEGAWATT },
  { kind: "derogation", basis: "epci", maxDistanceM: null, ...ISLANDS },
];
