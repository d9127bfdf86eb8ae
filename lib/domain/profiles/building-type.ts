/** The sites a typical profile exists for: municipal buildings, then homes and a shop. */
export const BUILDING_TYPES = [
  "town_hall",
  "nursery_school",
  "primary_school",
  "school_canteen",
  "library",
  "sports_hall",
  "cultural_centre",
  "technical_centre",
  "public_services_centre",
  "youth_centre",
  "function_room",
  "dwelling",
  "dwelling_electric_heating",
  "shop",
] as const;

/** One of {@link BUILDING_TYPES}. */
export type BuildingType = (typeof BUILDING_TYPES)[number];
