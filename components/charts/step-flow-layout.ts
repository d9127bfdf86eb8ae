import type { FlowLink, FlowNode, StepFlows } from "./arrange-step-flows";

/** Where a node is drawn. [px] */
export type FlowBox = FlowNode & { readonly x: number; readonly y: number; readonly height: number };

/** Where a link is drawn: a band of one width from end to end. [px] */
export type FlowBand = FlowLink & {
  readonly path: string;
  readonly width: number;
};

export type FlowLayout = {
  readonly height: number;
  readonly sources: readonly FlowBox[];
  readonly targets: readonly FlowBox[];
  readonly bands: readonly FlowBand[];
};

export const NODE_WIDTH = 14;
const GAP = 10;
/** Two lines of text: the names of small nodes must not run into each other. */
const LABEL_HEIGHT = 32;
const ENERGY_HEIGHT = 300;

/**
 * Places the flows of a step: heights and widths are in proportion to energy, so that those of the links of a node add
 * up to its own.
 *
 * @param left - Where the nodes of the left begin, and `right` those of the right. [px]
 */
export function layOutStepFlows(flows: StepFlows, { left, right }: { left: number; right: number }): FlowLayout {
  const total = flows.sources.reduce((sum, { energyWh }) => sum + energyWh, 0);
  const scale = total > 0 ? ENERGY_HEIGHT / total : 0;
  const sources = stack(flows.sources, left, scale);
  const targets = stack(flows.targets, right, scale);
  const nextY = new Map([...sources, ...targets].map(({ id, x, y }) => [`${x} ${id}`, y]));
  const take = (x: number, id: string, width: number): number => {
    const y = nextY.get(`${x} ${id}`) ?? 0;
    nextY.set(`${x} ${id}`, y + width);
    return y + width / 2;
  };
  const rank = new Map([...sources, ...targets].map(({ id }, index) => [id, index]));
  const inOrder = flows.links.toSorted(
    (a, b) => (rank.get(a.from) ?? 0) - (rank.get(b.from) ?? 0) || (rank.get(a.to) ?? 0) - (rank.get(b.to) ?? 0),
  );
  const bands = inOrder.map((link): FlowBand => {
    const width = link.energyWh * scale;
    const [x0, x1] = [left + NODE_WIDTH, right];
    const [y0, y1] = [take(left, link.from, width), take(right, link.to, width)];
    const middle = (x0 + x1) / 2;
    return { ...link, width, path: `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}` };
  });
  const bottom = Math.max(0, ...[...sources, ...targets].map(({ y, height }) => y + height));
  return { height: bottom + GAP, sources, targets, bands };
}

function stack(nodes: readonly FlowNode[], x: number, scale: number): readonly FlowBox[] {
  let y = GAP;
  return nodes.map((node) => {
    const height = node.energyWh * scale;
    const slot = Math.max(height, LABEL_HEIGHT);
    const box = { ...node, x, y: y + (slot - height) / 2, height };
    y += slot + GAP;
    return box;
  });
}
