"use client";

import { arrangeStepFlows, type FlowInput } from "./arrange-step-flows";
import { ChartFigure } from "./chart-figure";
import { StepFlowPlot } from "./step-flow-plot";

type StepFlowChartProps = FlowInput & { subtitle: string; fileName: string };

/** The flows of one step, from the roofs and the network to the consumers and the surplus. */
export function StepFlowChart({ subtitle, fileName, ...input }: StepFlowChartProps) {
  const flows = arrangeStepFlows(input);
  const names = new Map([...flows.sources, ...flows.targets].map(({ id, label }) => [id, label]));
  return (
    <ChartFigure
      title="Qui donne quoi à qui"
      subtitle={subtitle}
      legend={[{ flow: "selfConsumed" }, { flow: "complement" }, { flow: "surplus" }]}
      columns={[
        { key: "from", label: "De", kind: "text" },
        { key: "to", label: "À", kind: "text" },
        { key: "energy", label: "Énergie", kind: "energyWh", unit: "Wh", sum: true },
      ]}
      rows={flows.links.map(({ from, to, energyWh }) => ({
        id: `${from} ${to}`,
        cells: { from: names.get(from) ?? "", to: names.get(to) ?? "", energy: energyWh },
      }))}
      fileName={fileName}
    >
      <StepFlowPlot
        flows={flows}
        label={`Qui donne quoi à qui, ${subtitle}. Les mêmes valeurs sont dans le tableau.`}
      />
    </ChartFigure>
  );
}
