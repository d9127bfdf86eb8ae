import type { TariffPeriod } from "./tariff-period";

const PEAK = "(?:hp|heurespleines?)";
const OFF_PEAK = "(?:hc|heurescreuses?)";
const HIGH = "(?:h|(?:de)?(?:la)?saisonhaute|haute|(?:d)?hiver)";
const LOW = "(?:b|(?:de)?(?:la)?saisonbasse|basse|(?:d)?ete)";
const DAY = "(?:j|(?:des)?jours?)";

// On a text reduced to its letters; each pattern stands for the whole of it.
const LABELS: readonly (readonly [pattern: string, period: TariffPeriod])[] = [
  ["base|th|toutes(?:les)?heures|posteunique", "BASE"],
  ["p|pte|(?:heures(?:de)?)?pointe", "P"],
  [PEAK, "HP"],
  [OFF_PEAK, "HC"],
  [PEAK + HIGH, "HPH"],
  [OFF_PEAK + HIGH, "HCH"],
  [PEAK + LOW, "HPB"],
  [OFF_PEAK + LOW, "HCB"],
  [`${PEAK}(?:${DAY}b|${DAY}?bleus?)`, "HPJB"],
  [`${OFF_PEAK}(?:${DAY}b|${DAY}?bleus?)`, "HCJB"],
  [`${PEAK}(?:${DAY}w|${DAY}?blancs?)`, "HPJW"],
  [`${OFF_PEAK}(?:${DAY}w|${DAY}?blancs?)`, "HCJW"],
  [`${PEAK}(?:${DAY}r|${DAY}?rouges?)`, "HPJR"],
  [`${OFF_PEAK}(?:${DAY}r|${DAY}?rouges?)`, "HCJR"],
  ["hn|heuresnormales?", "HN"],
  ["hpm|pm|(?:heuresde)?pointemobile", "HPM"],
];
const PERIODS = LABELS.map(([pattern, period]) => [new RegExp(`^(?:${pattern})$`), period] as const);

/**
 * The tariff period that a label designates: a code or French words, whatever their case, accents and spaces.
 *
 * @returns Null when the label is not known: suppliers name theirs as they like.
 *
 * @example
 * parseTariffPeriod("Heures creuses saison haute"); // => "HCH"
 */
export function parseTariffPeriod(label: string): TariffPeriod | null {
  const key = label
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  return PERIODS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
