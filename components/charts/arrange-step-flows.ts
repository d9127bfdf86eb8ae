/** One end of the flows of a step: its energy is the sum of its links. */
export type FlowNode = { readonly id: string; readonly label: string; readonly energyWh: number };

/** Energy from one node of the left to one of the right. */
export type FlowLink = {
  readonly from: string;
  readonly to: string;
  readonly energyWh: number;
  readonly flow: "selfConsumed" | "surplus" | "complement";
};

export type StepFlows = {
  readonly sources: readonly FlowNode[];
  readonly targets: readonly FlowNode[];
  readonly links: readonly FlowLink[];
};

export type FlowInput = {
  readonly producers: readonly { readonly id: string; readonly name: string; readonly surplusWh: number }[];
  readonly consumers: readonly { readonly id: string; readonly name: string; readonly complementWh: number }[];
  /** P_ij*. [Wh] (P × C) */
  readonly finalWh: readonly (readonly number[])[];
};

/** More of them are drawn as one: a picture shows no more. */
const SHOWN = 12;
/** What floating point may leave where there is nothing. [Wh] */
const DUST_WH = 1e-9;
const NETWORK = { id: "network", label: "Réseau (fournisseurs)" };
const SURPLUS = { id: "surplus", label: "Surplus (acheteurs)" };

/**
 * The flows of one step: producers and the network on the left, consumers and the surplus on the right.
 *
 * What is drawn on either side adds up to the same: Σ P + Σ complement = Σ L + Σ surplus. Nodes without energy are left
 * out; the smallest of many are drawn together.
 */
export function arrangeStepFlows({ producers, consumers, finalWh }: FlowInput): StepFlows {
  const producedWh = producers.map(({ surplusWh }, i) => surplusWh + sum(finalWh[i] ?? []));
  const drawnWh = consumers.map(({ complementWh }, j) => complementWh + sum(finalWh.map((row) => row[j] ?? 0)));
  const sourceOf = groupSmallest(producers, producedWh, "Autres producteurs");
  const targetOf = groupSmallest(consumers, drawnWh, "Autres consommateurs");
  const links = new Map<string, FlowLink>();
  const add = (link: FlowLink) => {
    if (!(link.energyWh > DUST_WH)) return;
    const key = `${link.from} ${link.to}`;
    links.set(key, { ...link, energyWh: link.energyWh + (links.get(key)?.energyWh ?? 0) });
  };
  for (const [i, producer] of producers.entries()) {
    const from = sourceOf(i).id;
    for (const [j] of consumers.entries()) {
      add({ from, to: targetOf(j).id, energyWh: finalWh[i]?.[j] ?? 0, flow: "selfConsumed" });
    }
    add({ from, to: SURPLUS.id, energyWh: producer.surplusWh, flow: "surplus" });
  }
  for (const [j, { complementWh }] of consumers.entries()) {
    add({ from: NETWORK.id, to: targetOf(j).id, energyWh: complementWh, flow: "complement" });
  }
  const all = [...links.values()];
  const nodesOf = (named: readonly Named[], end: "from" | "to"): FlowNode[] =>
    distinct(named)
      .map((node) => ({ ...node, energyWh: sum(all.filter((link) => link[end] === node.id).map((l) => l.energyWh)) }))
      .filter(({ energyWh }) => energyWh > 0);
  return {
    sources: nodesOf([...producers.map((_, i) => sourceOf(i)), NETWORK], "from"),
    targets: nodesOf([...consumers.map((_, j) => targetOf(j)), SURPLUS], "to"),
    links: all,
  };
}

type Named = { readonly id: string; readonly label: string };

function groupSmallest(
  points: readonly { readonly id: string; readonly name: string }[],
  energyWh: readonly number[],
  others: string,
): (index: number) => Named {
  const ranked = energyWh.map((_, index) => index).sort((a, b) => (energyWh[b] as number) - (energyWh[a] as number));
  const alone = new Set(points.length > SHOWN ? ranked.slice(0, SHOWN - 1) : ranked);
  return (index) => {
    const point = points[index];
    return point && alone.has(index) ? { id: point.id, label: point.name } : { id: others, label: others };
  };
}

function distinct(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.map((node) => [node.id, node])).values()];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
