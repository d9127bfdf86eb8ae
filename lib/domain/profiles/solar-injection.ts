import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { outdoorTemperature } from "./outdoor-temperature";
import { type PlaneOrientation, planeIrradiance } from "./plane-irradiance";
import { skyClearness } from "./sky-clearness";
import { type Place, sunPosition } from "./sun-position";

/** A photovoltaic roof whose whole production is injected. */
export type SolarSite = Place &
  PlaneOrientation & {
    /** Power under 1 000 W/m² at 25 °C (kWc × 1 000). [W] */
    readonly peakPowerW: number;
    /** Which weather; give the same to every site of an operation. (int32) */
    readonly weatherSeed: number;
  };

const STANDARD_IRRADIANCE = 1_000; // [W/m²]
const STANDARD_CELL_TEMPERATURE = 25; // [°C]
const PERFORMANCE_RATIO = 0.86; // PVGIS's own default: 14 % lost in cables, inverter, dust and mismatch
const POWER_PER_KELVIN = -0.004; // crystalline silicon
const CELL_KELVIN_PER_IRRADIANCE = (45 - 20) / 800; // nominal operating cell temperature 45 °C
const INVERTER_RATIO = 0.9; // inverters are bought a little smaller than the modules

/**
 * A typical production curve of a roof, from the sun, the model's weather and the temperature of the cells.
 *
 * Depends on the instants only: a day computed alone equals the same day cut out of a year.
 *
 * @param site - Place, orientation, power and weather.
 * @param axis - Any time axis.
 * @returns Energy injected, 0 at night. [Wh per step] (axis.length,)
 *
 * @see PVGIS (Joint Research Centre): 1 300 to 1 500 kWh/kWc a year on such a roof around Perpignan, the order of
 *   magnitude this is set to and tested against.
 * @see R. G. Ross, "Interface design considerations for terrestrial solar cell modules", 12th IEEE PVSC, 1976: the
 *   cells' temperature.
 */
export function solarInjection(site: SolarSite, axis: TimeAxis): EnergySeries {
  const clearness = skyClearness(site.weatherSeed, axis);
  const airTemperature = outdoorTemperature(site.weatherSeed, axis);
  const stepMs = axis.stepMinutes * 60_000;
  const stepHours = axis.stepMinutes / 60;
  const energyWh = new Float64Array(axis.length);
  for (let step = 0; step < axis.length; step += 1) {
    const sun = sunPosition(axis.startMs + (step + 0.5) * stepMs, site);
    const irradiance = planeIrradiance(sun, clearness[step] as number, site);
    energyWh[step] = site.peakPowerW * powerRatio(irradiance, airTemperature[step] as number) * stepHours;
  }
  return { axis, energyWh };
}

// Power delivered over peak power.
function powerRatio(irradiance: number, airTemperature: number): number {
  const cellTemperature = airTemperature + irradiance * CELL_KELVIN_PER_IRRADIANCE;
  const atCellTemperature = 1 + POWER_PER_KELVIN * (cellTemperature - STANDARD_CELL_TEMPERATURE);
  return Math.min(INVERTER_RATIO, (irradiance / STANDARD_IRRADIANCE) * PERFORMANCE_RATIO * atCellTemperature);
}
