import { formatNumber } from "@/lib/format/format-number";
import type { StepFlows } from "./arrange-step-flows";
import { ENERGY_MARKS } from "./energy-colors";
import { type FlowBox, layOutStepFlows, NODE_WIDTH } from "./step-flow-layout";

const WIDTH = 640;
const WIDEST = 900;
const LEFT = 160; // of the names on either side
const RIGHT = WIDTH - LEFT - NODE_WIDTH;

/** Who gave what to whom at one step, in widths that add up. */
export function StepFlowPlot({ flows, label }: { flows: StepFlows; label: string }) {
  const { height, sources, targets, bands } = layOutStepFlows(flows, { left: LEFT, right: RIGHT });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label} width="100%" style={{ maxWidth: WIDEST }}>
      {bands.map(({ from, to, flow, width, path, energyWh }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          fill="none"
          stroke={ENERGY_MARKS[flow].color}
          strokeOpacity={flow === "surplus" ? 1 : 0.6}
          strokeWidth={Math.max(width, 0.5)}
        >
          <title>{formatWh(energyWh)}</title>
        </path>
      ))}
      {sources.map((box) => (
        <Node key={box.id} box={box} side="left" />
      ))}
      {targets.map((box) => (
        <Node key={box.id} box={box} side="right" />
      ))}
    </svg>
  );
}

function Node({ box: { x, y, height, label, energyWh }, side }: { box: FlowBox; side: "left" | "right" }) {
  const textX = side === "left" ? x - 8 : x + NODE_WIDTH + 8;
  const anchor = side === "left" ? "end" : "start";
  const middle = y + height / 2;
  return (
    <g>
      <rect x={x} y={y} width={NODE_WIDTH} height={Math.max(height, 1)} fill="var(--energy-withdrawal)" />
      <text x={textX} y={middle - 3} textAnchor={anchor} fontSize="13" fill="currentColor">
        {label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label}
      </text>
      <text x={textX} y={middle + 12} textAnchor={anchor} fontSize="12" fill="var(--chart-axis)">
        {formatWh(energyWh)}
      </text>
    </g>
  );
}

const LONGEST = 22; // characters beside the picture

const formatWh = (energyWh: number) => `${formatNumber(energyWh, { minDecimals: 1, maxDecimals: 1 })}\u00a0Wh`;
