import "server-only";
import type { MeteringPointSheet, PointPlace } from "@/lib/data/metering-points";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { buildingWithdrawal } from "@/lib/domain/profiles/building-withdrawal";
import { solarInjection } from "@/lib/domain/profiles/solar-injection";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** Which typical profile stands for a site. */
export type TypicalProfile = "dwelling" | "public_building" | "solar_roof";

/** A profile over a year, and how much energy what was entered of the site makes of it. */
export type TypicalShape = {
  readonly profile: TypicalProfile;
  /** In any unit. (T,) */
  readonly shape: Float64Array;
  /** Null when nothing was entered. [Wh] */
  readonly expectedWh: number | null;
};

type Site = Pick<
  MeteringPointSheet,
  "id" | "prm" | "holderKind" | "annualWithdrawalWh" | "peakPowerW" | "energySource"
>;

const WEATHER_SEED = 1; // one weather for all sites
/** Sites of one kind do not all live by the same hours; a curve for each of a thousand would take seconds. */
const VARIANTS = 8;
const SOUTH_AT_30_DEGREES = { tiltDegrees: 30, azimuthDegrees: 180 };
const MIDDLE_OF_FRANCE = { latitudeDegrees: 46.6, longitudeDegrees: 2.5 };

/**
 * The typical profiles of ours for the sites of an operation: a home for a natural person, a public building for a
 * legal one, and for a producer a roof that faces south at 30°, where it stands or where the operation does.
 *
 * Nothing is typical of a producer whose source is not the sun.
 *
 * @param axis - Twelve months from `from`; each variant of a profile is computed once.
 */
export function typicalShapes(
  axis: TimeAxis,
  from: CivilDate,
  places: ReadonlyMap<string, PointPlace>,
): (site: Site, role: PerimeterRole) => TypicalShape | null {
  const computed = new Map<string, Float64Array>();
  const remember = (name: string, compute: () => Float64Array) => {
    const shape = computed.get(name) ?? compute();
    computed.set(name, shape);
    return shape;
  };
  const middle = meanPlace([...places.values()]) ?? MIDDLE_OF_FRANCE;
  const roof = ({ id, peakPowerW, energySource }: Site): TypicalShape | null => {
    if (energySource !== null && energySource !== "solar") return null;
    const place = places.get(id) ?? middle;
    const shape = remember(`${place.latitudeDegrees},${place.longitudeDegrees}`, () => {
      const site = { ...place, ...SOUTH_AT_30_DEGREES, peakPowerW: 1, weatherSeed: WEATHER_SEED };
      return solarInjection(site, axis).energyWh;
    });
    const expectedWh = peakPowerW === null ? null : peakPowerW * shape.reduce((sum, wh) => sum + wh, 0);
    return { profile: "solar_roof", shape, expectedWh };
  };
  const building = ({ prm, holderKind, annualWithdrawalWh }: Site): TypicalShape => {
    const isHome = holderKind === "natural";
    const seed = variantOf(prm);
    const shape = remember(`${holderKind} ${seed}`, () => {
      const type = isHome ? "dwelling" : "town_hall";
      const site = { type, annualEnergyWh: 1, yearFrom: from, weatherSeed: WEATHER_SEED, seed } as const;
      return buildingWithdrawal(site, axis).energyWh;
    });
    return { profile: isHome ? "dwelling" : "public_building", shape, expectedWh: annualWithdrawalWh };
  };
  return (site, role) => (role === "producer" ? roof(site) : building(site));
}

/** The same for a site every time. */
function variantOf(prm: string): number {
  let sum = 0;
  for (let digit = 0; digit < prm.length; digit += 1) sum += (digit + 1) * prm.charCodeAt(digit);
  return sum % VARIANTS;
}

function meanPlace(places: readonly PointPlace[]): PointPlace | null {
  if (places.length === 0) return null;
  const mean = (read: (place: PointPlace) => number) =>
    places.reduce((sum, place) => sum + read(place), 0) / places.length;
  return {
    latitudeDegrees: mean(({ latitudeDegrees }) => latitudeDegrees),
    longitudeDegrees: mean(({ longitudeDegrees }) => longitudeDegrees),
  };
}
