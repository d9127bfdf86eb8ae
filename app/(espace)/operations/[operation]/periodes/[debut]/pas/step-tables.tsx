import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { STEP_ORIGIN, type StepOrigin } from "@/lib/domain/series/step-origin";
import { describeStepOrigin } from "@/lib/format/describe-step-origin";
import type { TableColumn, TableStatus } from "@/lib/format/table-cells";
import type { ExplainedStep } from "@/lib/services/runs/explain-run-step";

const ORIGIN_NAMES = Object.keys(STEP_ORIGIN) as (keyof typeof STEP_ORIGIN)[];

function originOf(origin: StepOrigin): TableStatus {
  return describeStepOrigin(ORIGIN_NAMES.find((name) => STEP_ORIGIN[name] === origin) ?? "missing");
}

const energy = (key: string, label: string): TableColumn => ({ key, label, kind: "energyWh", unit: "Wh" });
const total = (key: string, label: string): TableColumn => ({ ...energy(key, label), sum: true });

/** The five steps of annexe 7 with the figures of one time step: producers, consumers, then each pair of them. */
export function StepTables({ explained, fileName }: { explained: ExplainedStep; fileName: string }) {
  const { producers, consumers, explanation } = explained;
  return (
    <>
      <PageSection title="Ce qui est mesuré, et ce qu’il en advient">
        <p>
          Étape 1 : la part non affectée P<sub>i,na</sub> = P<sub>i</sub> × (1 − Σ C<sub>ij</sub>) va au surplus. Étape
          2 : ce qu’un consommateur reçoit au-delà de son soutirage, SC<sub>j</sub> = max(0, Σ P<sub>ij</sub> − L
          <sub>j</sub>), retourne aux producteurs. Étape 4 : SP<sub>i</sub> = Σ SP<sub>ij</sub> + P<sub>i,na</sub>.
        </p>
        <DataTable
          caption="Producteurs"
          columns={[
            { key: "name", label: "Producteur", kind: "text" },
            total("production", "Production P"),
            total("unallocated", "Non affecté P na"),
            total("surplus", "Surplus SP"),
            total("selfProduced", "Autoproduit"),
            { key: "origin", label: "Origine de la mesure", kind: "status" },
          ]}
          fileName={`${fileName}-producteurs`}
          rows={producers.map(({ id, name, origin, keptWh }, i) => ({
            id,
            cells: {
              name,
              production: explanation.productionWh[i] ?? null,
              unallocated: explanation.unallocatedWh[i] ?? null,
              surplus: explanation.surplusWh[i] ?? null,
              selfProduced: keptWh,
              origin: originOf(origin),
            },
          }))}
        />
        <DataTable
          caption="Consommateurs"
          columns={[
            { key: "name", label: "Consommateur", kind: "text" },
            total("withdrawal", "Soutirage L"),
            total("allocated", "Part provisoire Σ P ij"),
            total("surplus", "Excédent SC"),
            total("selfConsumed", "Autoconsommé"),
            total("complement", "Complément"),
            { key: "origin", label: "Origine de la mesure", kind: "status" },
          ]}
          fileName={`${fileName}-consommateurs`}
          rows={consumers.map(({ id, name, origin, keptWh }, j) => ({
            id,
            cells: {
              name,
              withdrawal: explanation.withdrawalWh[j] ?? null,
              allocated: explanation.allocatedWh[j] ?? null,
              surplus: explanation.consumerSurplusWh[j] ?? null,
              selfConsumed: keptWh,
              complement: explanation.complementWh[j] ?? null,
              origin: originOf(origin),
            },
          }))}
        />
      </PageSection>
      <PageSection title="De chaque producteur à chaque consommateur">
        <p>
          Étape 1 : P<sub>ij</sub> = P<sub>i</sub> × C<sub>ij</sub>. Étape 3 : SP<sub>ij</sub> = SC<sub>j</sub> × P
          <sub>ij</sub> / Σ P<sub>kj</sub>. Étape 5 : P<sub>ij</sub>* = P<sub>ij</sub> − SP<sub>ij</sub>.
        </p>
        <DataTable
          caption="Parts de chaque couple"
          columns={[
            { key: "producer", label: "Producteur", kind: "text" },
            { key: "consumer", label: "Consommateur", kind: "text" },
            { key: "coefficient", label: "Coefficient C", kind: "ratio", decimals: 4 },
            energy("provisional", "Part provisoire P ij"),
            energy("surplus", "Rendu SP ij"),
            energy("final", "Part définitive P ij*"),
          ]}
          fileName={`${fileName}-parts`}
          rows={producers.flatMap((producer, i) =>
            consumers.map((consumer, j) => ({
              id: `${producer.id} ${consumer.id}`,
              cells: {
                producer: producer.name,
                consumer: consumer.name,
                coefficient: explanation.coefficientRatio[i]?.[j] ?? null,
                provisional: explanation.provisionalWh[i]?.[j] ?? null,
                surplus: explanation.pairSurplusWh[i]?.[j] ?? null,
                final: explanation.finalWh[i]?.[j] ?? null,
              },
            })),
          )}
        />
      </PageSection>
    </>
  );
}
