const BELOW = [3_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;
const ABOVE = [3_000, 20_000, 50_000, 100_000, 300_000, 800_000] as const;

/**
 * What the rules of personalisation call a population: `moins_de_5000`, `plus_de_3000`. Bounds belong to neither.
 *
 * @param population - Inhabitants.
 */
export function populationTags(population: number): readonly string[] {
  return [
    ...BELOW.filter((bound) => population < bound).map((bound) => `moins_de_${bound}`),
    ...ABOVE.filter((bound) => population > bound).map((bound) => `plus_de_${bound}`),
  ];
}
