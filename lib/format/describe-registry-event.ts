import { describeAuditAction } from "./describe-audit-action";
import { formatDay } from "./format-date";
import { EXIT_CAUSES } from "./perimeter-words";

const FIELDS: Readonly<Record<string, string>> = {
  kind: "personne physique ou morale",
  name: "nom",
  legalId: "SIRET ou RNA",
  address: "adresse",
  email: "adresse électronique",
  phone: "téléphone",
  isTenant: "locataire",
  peakPowerW: "puissance crête",
  injectionContract: "contrat d’injection",
  withdrawalContract: "contrat de soutirage",
  latitudeDegrees: "latitude",
  longitudeDegrees: "longitude",
  voltage: "tension",
  meterNumber: "numéro de compteur",
  isMeterCommunicating: "compteur communicant",
  subscribedPowerVa: "puissance souscrite",
  annualWithdrawalWh: "consommation annuelle estimée",
  surfaceM2: "surface",
  energySource: "source d’énergie",
  isStorage: "stockage",
};

const ROLES: Readonly<Record<string, string>> = { consumer: "consommateur", producer: "producteur" };

/**
 * What was done to somebody of the registry, with the days and fields the trail holds.
 *
 * @param after - As the trail keeps it: a row of an older version may hold less.
 *
 * @example
 * describeRegistryEvent("update.participant", { fields: ["email"] });
 * // => "Fiche d’un participant modifiée : adresse électronique"
 */
export function describeRegistryEvent(action: string, after: unknown): string {
  const held = isRecord(after) ? after : {};
  const parts = [
    ...texts(held.fields).flatMap((field) => FIELDS[field] ?? []),
    ...texts(held.roles).flatMap((role) => ROLES[role] ?? []),
    ...days(held.day ?? held.effectDay),
    ...(typeof held.cause === "string" && Object.hasOwn(EXIT_CAUSES, held.cause)
      ? [EXIT_CAUSES[held.cause as keyof typeof EXIT_CAUSES]]
      : []),
  ];
  const sentence = describeAuditAction(action);
  return parts.length === 0 ? sentence : `${sentence} : ${parts.join(", ")}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

const days = (value: unknown): readonly string[] => (typeof value === "string" ? [`au ${formatDay(value)}`] : []);
