/**
 * What can be looked at, as a consultation says it: every value of `consultation.object_type`.
 *
 * - `operation`: any page or figure of an operation, by its id
 * - `operations`: the list of a collectivity's operations and what is due in them, by the id of the collectivity
 * - `collectivity`: what is a collectivity's own, by its id
 * - `climate_plan`: its climate plan, by its id
 * - `participant`, `metering_point`: its sheet and what else names it, by its id
 * - `personal_data`: all that is held about a participant, by his id
 * - `complaint`: a complaint or a request about data, by its id
 * - `file`: a document that was downloaded, by its id
 */
export const CONSULTED_OBJECTS = [
  "operation",
  "operations",
  "collectivity",
  "climate_plan",
  "participant",
  "metering_point",
  "personal_data",
  "complaint",
  "file",
] as const;

export type ConsultedObject = (typeof CONSULTED_OBJECTS)[number];
