import type { Metadata } from "next";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { formatDay } from "@/lib/format/format-date";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readCoefficients } from "@/lib/services/coefficients/read-coefficients";
import { CoefficientKeyForm } from "./coefficient-key-form";

export const metadata: Metadata = { title: "Coefficients" };

const KINDS: Readonly<Record<CoefficientKind, string>> = {
  static: "statique",
  dynamic_simple: "dynamique simple",
  dynamic_full: "full dynamique",
  default: "par défaut (au prorata des consommations)",
};

export default async function CoefficientsPage({ params }: PageProps<"/operations/[operation]/coefficients">) {
  const operation = await requireOperation((await params).operation);
  const { slug, startDay } = operation.sheet;
  const { keys, inForce, consumers } = await readCoefficients(operation.id, await today());
  return (
    <>
      <PageHeader
        title="Coefficients"
        lead="La clé dit quelle part de la production revient à chaque consommateur, à chaque pas de temps (convention, art. 4)."
      />
      <PageSection title="Clé en vigueur">
        {inForce ? (
          <>
            <p>
              Clé <strong>{KINDS[inForce.kind]}</strong>, depuis le {formatDay(inForce.from)}.
            </p>
            {inForce.kind === "static" && (
              <DataTable
                caption="Part de chaque consommateur"
                columns={[
                  { key: "name", label: "Site", kind: "text" },
                  { key: "prm", label: "PRM", kind: "code" },
                  { key: "share", label: "Coefficient", kind: "ppm", sum: true },
                ]}
                fileName={`${slug}-coefficients`}
                rows={consumers.map(({ id, name, prm, ppm }) => ({ id, cells: { name, prm, share: ppm } }))}
              />
            )}
          </>
        ) : (
          <EmptyState
            title="Aucune clé n’est enregistrée"
            purpose="Tant qu’aucune clé n’est choisie, la production est partagée au prorata des consommations (clé par défaut)."
          />
        )}
      </PageSection>
      {isGranted(operation.role, "write") && (
        <PageSection title="Nouvelle clé">
          <CoefficientKeyForm operation={slug} minFrom={startDay} consumers={consumers} />
        </PageSection>
      )}
      <PageSection title="Historique">
        <DataTable
          caption="Clés de l’opération, de la plus récente à la plus ancienne"
          columns={[
            { key: "kind", label: "Type", kind: "text" },
            { key: "from", label: "Du", kind: "day" },
            { key: "to", label: "Jusqu’au (exclu)", kind: "day" },
            { key: "state", label: "État", kind: "status" },
          ]}
          rows={keys.map(({ id, kind, from, toExclusive, isInForce }) => ({
            id,
            cells: {
              kind: KINDS[kind],
              from,
              to: toExclusive,
              state: isInForce ? { text: "en vigueur", tone: "success" } : { text: "autre période", tone: "neutral" },
            },
          }))}
          empty={<p>Aucune clé pour l’instant.</p>}
        />
      </PageSection>
    </>
  );
}
