import { formatDay } from "./format-date";
import { formatKw } from "./format-energy";
import { formatNumber } from "./format-number";
import { PRICE_KIND_WORDS } from "./price-words";
import { TARIFF_STRUCTURES } from "./tariff-words";

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

const LABELS: Readonly<Record<string, string>> = {
  accNumber: "numéro ACC",
  address: "adresse",
  annualWithdrawalWh: "consommation annuelle",
  cancelled: "prévus annulés",
  cause: "motif",
  changed: "modifiés",
  conventionSignedDay: "convention signée le",
  coordinates: "coordonnées",
  correctedDayCount: "jours corrigés",
  curveDays: "jours de courbe",
  day: "jour",
  derogationBasis: "motif de dérogation",
  dueDay: "échéance",
  effectDay: "date d’effet",
  email: "adresse électronique",
  energySource: "source d’énergie",
  entered: "entrées",
  errorCount: "erreurs",
  exitCause: "motif de sortie",
  explanation: "explication",
  fields: "champs",
  fileCount: "fichiers",
  files: "fichiers",
  from: "à partir du",
  gridGramsPerKwh: "réseau, en g CO₂e/kWh",
  highSeasonMonths: "saison haute",
  holidayRegion: "jours fériés",
  imports: "imports",
  injectionContract: "contrat d’injection",
  isDemonstration: "démonstration",
  isMeterCommunicating: "compteur communicant",
  isStorage: "stockage",
  isTenant: "locataire",
  kind: "nature",
  left: "sorties",
  legalId: "SIRET ou RNA",
  lowSeasonOffPeak: "heures creuses de saison basse",
  management: "gestion du périmètre",
  meterNumber: "numéro de compteur",
  missingCount: "valeurs manquantes",
  monthlyAnniversaryDay: "jour anniversaire",
  name: "nom",
  networkZone: "zone du réseau",
  newDayCount: "jours nouveaux",
  offPeak: "heures creuses",
  outReason: "raison",
  ownGramsPerKwh: "toits, en g CO₂e/kWh",
  participants: "participants",
  peakPowerW: "puissance crête",
  perimeterManagement: "gestion du périmètre",
  periodCount: "périodes",
  phone: "téléphone",
  pilot: "pilote",
  place: "lieu",
  pointCount: "points de mesure",
  price: "prix",
  proximityKind: "proximité",
  requestedDay: "jour demandé",
  role: "rôle",
  roles: "rôles",
  startDay: "premier jour",
  stepMinutes: "pas en minutes",
  structure: "tarif",
  subscribedPowerVa: "puissance souscrite",
  surfaceM2: "surface",
  toExclusive: "jusqu’au (exclu)",
  unchangedDayCount: "jours inchangés",
  valueCount: "valeurs",
  version: "version",
  voltage: "tension",
  warningCount: "avertissements",
  withdrawalContract: "contrat de soutirage",
  withdrawalNote: "note de retrait",
  year: "année",
};

const WORDS: Readonly<Record<string, string>> = {
  ...PRICE_KIND_WORDS,
  consumer: "consommateur",
  producer: "producteur",
  static: "statique",
  dynamic_simple: "dynamique simple",
  dynamic_full: "full dynamique",
  default: "par défaut",
  natural: "personne physique",
  legal: "personne morale",
  standard: "ordinaire",
  hlm: "organisme HLM",
  same_building: "même bâtiment",
  extended: "étendue",
  derogation: "dérogation",
  rural_and_periurban: "rurale et périurbaine",
  rural: "rurale",
  epci: "dans un EPCI",
  metropolitan: "France métropolitaine",
  alsace_moselle: "Alsace-Moselle",
  mainland: "métropole continentale",
  non_interconnected: "zone non interconnectée",
  low: "basse tension",
  medium: "haute tension",
  organiser: "organisateur",
  contract_ended: "contrat terminé",
  contract_suspended: "contrat suspendu",
  referent: "référent",
  correspondent: "interlocuteur",
  signatory: "signataire",
  agent: "mandataire",
  dso: "gestionnaire de réseau",
  base: TARIFF_STRUCTURES.base,
  peak_off_peak: TARIFF_STRUCTURES.peak_off_peak,
  four_periods: TARIFF_STRUCTURES.four_periods,
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * What an audit event tells beside its sentence, in French, one line a field; before and after where both are known.
 *
 * What only machines read (ids, fields of a later version) is left out: the sentence stands by itself.
 */
export function describeAuditDetails(before: Json, after: Json): readonly string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return keys.flatMap((key) => {
    const label = LABELS[key];
    const [was, is] = [showValue(key, old[key]), showValue(key, now[key])];
    if (!label || (was === null && is === null)) return [];
    return was === null || !(key in now) ? [`${label} : ${is ?? was}`] : [`${label} : ${was} → ${is ?? "–"}`];
  });
}

/** Counts are told like fields: `{counts: {entered: 2}}` says « entrées : 2 », once. */
function fieldsOf(value: Json): Readonly<Record<string, Json>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  const { counts, ...fields } = value as Readonly<Record<string, Json>>;
  return { ...fields, ...fieldsOf(counts) };
}

function showValue(key: string, value: Json): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return key.endsWith("PowerW") ? formatKw(value) : formatNumber(value);
  if (typeof value === "string") return showText(value);
  if (Array.isArray(value)) return showList(value);
  const { before, after } = value as Readonly<Record<string, Json>>;
  const [was, is] = [showValue(key, before), showValue(key, after)];
  return was === null && is === null ? null : `${was ?? "–"} → ${is ?? "–"}`;
}

function showText(text: string): string | null {
  if (ID.test(text)) return null;
  if (DAY.test(text)) return formatDay(text);
  return WORDS[text] ?? LABELS[text] ?? text;
}

function showList(values: readonly Json[]): string | null {
  const texts = values.filter((value) => typeof value === "string").flatMap((text) => showText(text) ?? []);
  if (texts.length > 0) return texts.join(", ");
  return values.length > 0 ? formatNumber(values.length) : null;
}
