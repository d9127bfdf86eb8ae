import { clearSkyIrradiance } from "./clear-sky-irradiance";
import { diffuseFraction } from "./diffuse-fraction";
import type { SunPosition } from "./sun-position";

/** How a plane faces the sky. */
export type PlaneOrientation = {
  /** 0 = horizontal, 90 = a wall. [°] */
  readonly tiltDegrees: number;
  /** Where it looks, clockwise from north: south 180. [°] */
  readonly azimuthDegrees: number;
};

const DEGREE = Math.PI / 180;
const SOLAR_CONSTANT = 1_361; // [W/m²], Kopp & Lean 2011
const GROUND_ALBEDO = 0.2;
// Below 1° the beam is measured badly and divided by almost nothing: nearly all light is diffuse there.
const LOWEST_COS_ZENITH = 0.0175;

/**
 * Irradiance of a tilted plane: sun, isotropic sky and ground.
 *
 * @param sun - Where the sun stands.
 * @param clearness - Horizontal irradiance over that of a cloudless sky; 1 = cloudless.
 * @returns 0 when the sun is down. [W/m²]
 *
 * @see B. Y. H. Liu, R. C. Jordan, "The long-term average performance of flat-plate solar-energy collectors",
 *   Solar Energy 7(2), 1963, pp. 53–74, doi:10.1016/0038-092X(63)90006-9.
 */
export function planeIrradiance(sun: SunPosition, clearness: number, plane: PlaneOrientation): number {
  const { cosZenith } = sun;
  if (cosZenith <= 0) return 0;
  const globalHorizontal = clearness * clearSkyIrradiance(cosZenith);
  const extraterrestrial = (SOLAR_CONSTANT / sun.distanceAu ** 2) * cosZenith;
  const diffuse = globalHorizontal * diffuseFraction(globalHorizontal / extraterrestrial);
  const beamNormal = (globalHorizontal - diffuse) / Math.max(cosZenith, LOWEST_COS_ZENITH);

  const tilt = plane.tiltDegrees * DEGREE;
  const sinZenith = Math.sqrt(1 - cosZenith ** 2);
  const cosIncidence =
    cosZenith * Math.cos(tilt) +
    sinZenith * Math.sin(tilt) * Math.cos((sun.azimuthDegrees - plane.azimuthDegrees) * DEGREE);

  return (
    beamNormal * Math.max(0, cosIncidence) +
    (diffuse * (1 + Math.cos(tilt))) / 2 +
    (globalHorizontal * GROUND_ALBEDO * (1 - Math.cos(tilt))) / 2
  );
}
