import type { BuildingType } from "./building-type";

/** A time of use within a local day. */
export type Opening = {
  /** Local decimal hours, half-open; 24 = midnight. [h] */
  readonly from: number;
  readonly to: number;
  /** 1 = the load of an ordinary full use. */
  readonly level: number;
};

/** An evening or a Sunday that does not come every week. */
export type OccasionalEvent = Opening & {
  /** Chance that it takes place, Monday to Sunday. */
  readonly probabilityByWeekday: readonly number[];
};

/**
 * How a kind of site uses electricity. Powers are relative to each other: the annual energy gives the scale.
 *
 * Drawn from ordinary opening hours and equipment, not from anybody's meter.
 */
export type BuildingProfile = {
  /** Always on: cold rooms, computers, standby. */
  readonly baseLoad: number;
  /** Per kelvin below the heating threshold. */
  readonly heatingPerKelvin: number;
  /** Part of the heating kept up when nobody is there. */
  readonly unoccupiedHeatingRatio: number;
  /** Per kelvin above the cooling threshold, when somebody is there. */
  readonly coolingPerKelvin: number;
  /** Monday to Sunday; a public holiday is a Sunday. */
  readonly week: readonly (readonly Opening[])[];
  /** Levels are multiplied by these in school holidays. */
  readonly shortHolidayRatio: number;
  readonly summerRatio: number;
  readonly events: readonly OccasionalEvent[];
  /** Standard deviation of the load from one half-hour to the next. */
  readonly noiseRatio: number;
};

const CLOSED: readonly Opening[] = [];
const OFFICE_DAY = [
  { from: 8.25, to: 12.25, level: 1 },
  { from: 12.25, to: 13.5, level: 0.5 },
  { from: 13.5, to: 17.75, level: 1 },
];
const CLASS_DAY = [
  { from: 7.5, to: 8.75, level: 0.45 },
  { from: 8.75, to: 12, level: 1 },
  { from: 12, to: 13.75, level: 0.55 },
  { from: 13.75, to: 16.5, level: 0.95 },
  { from: 16.5, to: 18.5, level: 0.4 },
];
const LEISURE_DAY = [{ from: 8, to: 18, level: 0.3 }];
const KITCHEN_DAY = [
  { from: 7, to: 10.5, level: 0.5 },
  { from: 10.5, to: 13.5, level: 1.2 },
  { from: 13.5, to: 15.5, level: 0.7 },
];
const SMALL_KITCHEN_DAY = [{ from: 9, to: 14, level: 0.4 }];
const TRAINING_DAY = [
  { from: 8.5, to: 16.5, level: 0.35 },
  { from: 17, to: 22.5, level: 1 },
];
const WORKSHOP_DAY = [
  { from: 7, to: 12, level: 1 },
  { from: 13, to: 16.5, level: 0.9 },
];
const CLUB_DAY = [
  { from: 9, to: 11.5, level: 0.3 },
  { from: 14, to: 17, level: 0.35 },
  { from: 18, to: 21.5, level: 0.3 },
];
const REHEARSAL_DAY = [{ from: 14, to: 18.5, level: 0.4 }];
const AFTERNOON = [{ from: 14, to: 18.5, level: 1 }];
const AFTER_SCHOOL = [{ from: 16.5, to: 18.75, level: 0.8 }];
const SHOP_DAY = [
  { from: 8.75, to: 12.5, level: 1 },
  { from: 14.5, to: 19.25, level: 1 },
];
const WORKING_DAY_AT_HOME = [
  { from: 6.5, to: 8.5, level: 0.8 },
  { from: 12, to: 13.5, level: 0.6 },
  { from: 17.5, to: 19, level: 0.6 },
  { from: 19, to: 22.5, level: 1.2 },
  { from: 22.5, to: 23.5, level: 0.4 },
];
const DAY_OFF_AT_HOME = [
  { from: 8, to: 11, level: 0.7 },
  { from: 11, to: 14, level: 1 },
  { from: 14, to: 18.5, level: 0.5 },
  { from: 18.5, to: 22.5, level: 1.1 },
  { from: 22.5, to: 24, level: 0.4 },
];
const HOME = fiveDays(WORKING_DAY_AT_HOME, DAY_OFF_AT_HOME, DAY_OFF_AT_HOME);
const NIGHT_WATER_HEATING = [
  { from: 0, to: 2.5, level: 1.3 },
  { from: 22.5, to: 24, level: 1.3 },
];

/** One profile per type of site. */
export const BUILDING_PROFILES: Readonly<Record<BuildingType, BuildingProfile>> = {
  town_hall: profile({
    baseLoad: 0.22,
    heatingPerKelvin: 0.07,
    coolingPerKelvin: 0.09,
    week: fiveDays(OFFICE_DAY, [{ from: 9, to: 12, level: 0.45 }], CLOSED),
    shortHolidayRatio: 0.9,
    summerRatio: 0.75,
  }),
  nursery_school: profile({
    baseLoad: 0.14,
    heatingPerKelvin: 0.1,
    coolingPerKelvin: 0.03,
    week: schoolWeek(CLASS_DAY, LEISURE_DAY),
    shortHolidayRatio: 0.2,
    summerRatio: 0.04,
  }),
  primary_school: profile({
    baseLoad: 0.12,
    heatingPerKelvin: 0.08,
    coolingPerKelvin: 0.03,
    week: schoolWeek(CLASS_DAY, CLOSED),
    shortHolidayRatio: 0.08,
    summerRatio: 0.03,
  }),
  school_canteen: profile({
    baseLoad: 0.16,
    heatingPerKelvin: 0.03,
    coolingPerKelvin: 0.03,
    week: schoolWeek(KITCHEN_DAY, SMALL_KITCHEN_DAY),
    shortHolidayRatio: 0.2,
    summerRatio: 0.05,
  }),
  library: profile({
    baseLoad: 0.18,
    heatingPerKelvin: 0.08,
    coolingPerKelvin: 0.12,
    week: [
      CLOSED,
      AFTERNOON,
      [{ from: 9.5, to: 12.5, level: 0.9 }, ...AFTERNOON],
      AFTERNOON,
      AFTERNOON,
      [
        { from: 9.5, to: 12.5, level: 1 },
        { from: 14, to: 17, level: 1 },
      ],
      CLOSED,
    ],
    shortHolidayRatio: 0.95,
    summerRatio: 0.6,
  }),
  sports_hall: profile({
    baseLoad: 0.1,
    heatingPerKelvin: 0.03,
    week: fiveDays(TRAINING_DAY, [{ from: 9.5, to: 20, level: 0.7 }], [{ from: 13, to: 18.5, level: 0.6 }]),
    shortHolidayRatio: 0.45,
    summerRatio: 0.2,
    noiseRatio: 0.1,
  }),
  cultural_centre: profile({
    baseLoad: 0.18,
    heatingPerKelvin: 0.06,
    coolingPerKelvin: 0.08,
    week: fiveDays(REHEARSAL_DAY, REHEARSAL_DAY, CLOSED),
    shortHolidayRatio: 0.7,
    summerRatio: 0.35,
    events: [{ from: 18.5, to: 23.75, level: 1.3, probabilityByWeekday: [0, 0.15, 0.15, 0.25, 0.5, 0.7, 0.1] }],
  }),
  technical_centre: profile({
    baseLoad: 0.15,
    heatingPerKelvin: 0.04,
    week: fiveDays(WORKSHOP_DAY, CLOSED, CLOSED),
    shortHolidayRatio: 0.9,
    summerRatio: 0.8,
    noiseRatio: 0.15,
  }),
  public_services_centre: profile({
    baseLoad: 0.2,
    heatingPerKelvin: 0.07,
    coolingPerKelvin: 0.09,
    week: fiveDays(OFFICE_DAY, CLOSED, CLOSED),
    shortHolidayRatio: 0.85,
    summerRatio: 0.6,
  }),
  youth_centre: profile({
    baseLoad: 0.15,
    heatingPerKelvin: 0.06,
    coolingPerKelvin: 0.06,
    week: [CLOSED, AFTER_SCHOOL, AFTERNOON, AFTER_SCHOOL, AFTER_SCHOOL, AFTERNOON, CLOSED],
    shortHolidayRatio: 1.5,
    summerRatio: 1.2,
    noiseRatio: 0.12,
  }),
  function_room: profile({
    baseLoad: 0.14,
    heatingPerKelvin: 0.05,
    coolingPerKelvin: 0.07,
    week: fiveDays(CLUB_DAY, CLOSED, CLOSED),
    shortHolidayRatio: 0.6,
    summerRatio: 0.5,
    events: [
      { from: 18, to: 24, level: 1.3, probabilityByWeekday: [0, 0, 0.05, 0.1, 0.35, 0.75, 0.05] },
      { from: 10.5, to: 17.5, level: 1.1, probabilityByWeekday: [0, 0, 0, 0, 0, 0.35, 0.6] },
    ],
    noiseRatio: 0.1,
  }),
  dwelling: profile({ baseLoad: 0.3, coolingPerKelvin: 0.05, week: HOME, noiseRatio: 0.3 }),
  dwelling_electric_heating: profile({
    baseLoad: 0.3,
    heatingPerKelvin: 0.14,
    unoccupiedHeatingRatio: 0.75,
    coolingPerKelvin: 0.05,
    week: HOME.map((openings) => [...openings, ...NIGHT_WATER_HEATING]),
    noiseRatio: 0.25,
  }),
  shop: profile({
    baseLoad: 0.4,
    heatingPerKelvin: 0.05,
    coolingPerKelvin: 0.08,
    week: [CLOSED, SHOP_DAY, SHOP_DAY, SHOP_DAY, SHOP_DAY, SHOP_DAY, CLOSED],
  }),
};

function profile(given: Partial<BuildingProfile> & Pick<BuildingProfile, "baseLoad" | "week">): BuildingProfile {
  return {
    heatingPerKelvin: 0,
    unoccupiedHeatingRatio: 0.3,
    coolingPerKelvin: 0,
    shortHolidayRatio: 1,
    summerRatio: 1,
    events: [],
    noiseRatio: 0.06,
    ...given,
  };
}

function fiveDays(
  workingDay: readonly Opening[],
  saturday: readonly Opening[],
  sunday: readonly Opening[],
): BuildingProfile["week"] {
  return [workingDay, workingDay, workingDay, workingDay, workingDay, saturday, sunday];
}

// No class on Wednesdays: the four-day week of most communes.
function schoolWeek(classDay: readonly Opening[], wednesday: readonly Opening[]): BuildingProfile["week"] {
  return [classDay, classDay, wednesday, classDay, classDay, CLOSED, CLOSED];
}
