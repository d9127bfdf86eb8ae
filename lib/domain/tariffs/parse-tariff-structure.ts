import type { TariffStructure } from "./tariff-schedule";

// On a text reduced to its letters and digits.
const WORDS: readonly (readonly [pattern: RegExp, structure: TariffStructure])[] = [
  [/^(?:base|tarifbase|optionbase|toutesheures|1poste)$/, "base"],
  [/^(?:(?:tarif|option)?hphc|heurespleinesheurescreuses|2postes|doubletarif)$/, "peak_off_peak"],
  [/^(?:4postes|quatrepostes|hphhchhpbhcb)$/, "four_periods"],
];

/**
 * The structure that a text designates, as people write it: « Base », « HP/HC », « 4 postes ».
 *
 * @returns Null when it is none of them.
 */
export function parseTariffStructure(text: string): TariffStructure | null {
  const key = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  return WORDS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
