import type { CurrentFigure, NewFigure } from "@/lib/data/published-figures";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import { publishedFigureKey } from "@/lib/domain/measures/published-figure-key";

/** What the figures of one file are worth against those already there. */
export type FigureComparison = {
  readonly newCount: number;
  readonly correctedCount: number;
  /** Another file of the import gives another energy for the same thing. */
  readonly contradictedCount: number;
};

/** The published figures of one import, against the current ones. */
export class FigureLedger {
  readonly #current: ReadonlyMap<string, CurrentFigure>;
  readonly #met = new Map<string, number>();
  readonly #new: NewFigure[] = [];

  constructor(current: ReadonlyMap<string, CurrentFigure>) {
    this.#current = current;
  }

  add(figures: readonly PublishedFigure[]): FigureComparison {
    let [newCount, correctedCount, contradictedCount] = [0, 0, 0];
    for (const figure of figures) {
      const key = publishedFigureKey(figure);
      const earlier = this.#met.get(key);
      if (earlier !== undefined) {
        if (earlier !== figure.energyWh) contradictedCount += 1;
        continue;
      }
      this.#met.set(key, figure.energyWh);
      const current = this.#current.get(key);
      if (current?.energyWh === figure.energyWh) continue;
      if (current) correctedCount += 1;
      else newCount += 1;
      this.#new.push({ figure, supersededId: current?.id ?? null });
    }
    return { newCount, correctedCount, contradictedCount };
  }

  listNew(): readonly NewFigure[] {
    return this.#new;
  }
}
