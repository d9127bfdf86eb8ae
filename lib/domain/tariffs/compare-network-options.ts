/** The network tariff of a metering point over some runs, without its collective self-consumption component and with it. */
export type NetworkComparison = {
  /** Over the runs where both are known, excluding VAT. [cents] */
  readonly ordinaryCents: number;
  readonly sharedCents: number;
  /** What the option saves; below 0 it costs. [cents] */
  readonly gainCents: number;
  /** Runs where both are known. */
  readonly periodCount: number;
  /**
   * Which is cheaper; `unknown` unless all consumers and producers are known to be behind one substation, which is the
   * condition of the option.
   */
  readonly advice: "shared" | "ordinary" | "same" | "unknown" | "impossible";
};

/**
 * Sets the two options of the network tariff side by side, from the money of stored runs.
 *
 * @param isSingleSubstation - Null: nobody said.
 * @returns Null when no run knows both.
 * @see Deliberation of the CRE of 13 March 2025 (TURPE 7 HTA-BT): the component is open to operations whose points are all
 *   connected downstream of one medium to low voltage substation.
 */
export function compareNetworkOptions(
  money: Iterable<{ readonly ordinaryNetworkCents: number | null; readonly sharedNetworkCents: number | null }>,
  isSingleSubstation: boolean | null,
): NetworkComparison | null {
  let [ordinaryCents, sharedCents, periodCount] = [0, 0, 0];
  for (const { ordinaryNetworkCents, sharedNetworkCents } of money) {
    if (ordinaryNetworkCents === null || sharedNetworkCents === null) continue;
    ordinaryCents += ordinaryNetworkCents;
    sharedCents += sharedNetworkCents;
    periodCount += 1;
  }
  if (periodCount === 0) return null;
  const gainCents = ordinaryCents - sharedCents;
  return { ordinaryCents, sharedCents, gainCents, periodCount, advice: adviceOf(gainCents, isSingleSubstation) };
}

function adviceOf(gainCents: number, isSingleSubstation: boolean | null): NetworkComparison["advice"] {
  if (isSingleSubstation === null) return "unknown";
  if (!isSingleSubstation) return "impossible";
  if (gainCents === 0) return "same";
  return gainCents > 0 ? "shared" : "ordinary";
}
