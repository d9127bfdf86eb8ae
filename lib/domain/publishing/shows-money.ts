import type { FiguresGroup } from "./figures-group";

/**
 * Whether the euros of a period may be shown: when only public bodies are behind them.
 *
 * Each consumer has a price of its own, and many prices are public. A sum weighed by prices beside the same sum without
 * them can part one consumer from the others, however many they are; so does a price that is corrected afterwards.
 *
 * @param isProtected - See `isPublicBody`.
 */
export function showsMoney(
  { producers, consumers }: Pick<FiguresGroup, "producers" | "consumers">,
  isProtected: (participantId: string) => boolean,
): boolean {
  return ![...producers, ...consumers].some(({ participantId }) => isProtected(participantId));
}
