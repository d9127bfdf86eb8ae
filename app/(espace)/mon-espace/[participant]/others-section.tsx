import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { ComparedFigures, OthersComparison } from "@/lib/domain/participant-space/others-comparison";
import { formatPeriodName } from "@/lib/format/format-date";
import { explainWithheld, nameOthers } from "@/lib/format/others-words";

/** A participant beside the others of his kind, in one sum of at least five that nothing takes apart; or why not. */
export function OthersSection({ comparisons }: { comparisons: readonly OthersComparison[] }) {
  const [latest, year] = comparisons;
  if (!latest) {
    return (
      <PageSection title="Et les autres ?">
        <p>La comparaison se fait sur des mois définitifs : aucun des vôtres ne l’est encore.</p>
      </PageSection>
    );
  }
  // The same words twice say nothing more.
  const isTwice = year?.state === "withheld" && latest.state === "withheld" && year.reason === latest.reason;
  return (
    <PageSection title="Et les autres ?">
      {(isTwice ? [latest] : comparisons).map((compared) => (
        <Span key={compared.monthCount} compared={compared} isAlone={isTwice || !year} />
      ))}
    </PageSection>
  );
}

function Span({ compared, isAlone }: { compared: OthersComparison; isAlone: boolean }) {
  const { kind, monthCount, span } = compared;
  const name =
    monthCount === 1 ? formatPeriodName(span.from, span.toExclusive) : `Vos ${monthCount} derniers mois définitifs`;
  if (compared.state === "withheld") {
    return (
      <>
        {!isAlone && <h3>{name}</h3>}
        <p>La moyenne des autres ne peut pas vous être montrée. {explainWithheld(kind, compared.reason)}</p>
      </>
    );
  }
  const { own, others } = compared;
  const cells = (who: string, { consumedKwh, sharePercent }: ComparedFigures) => {
    return { who, consumedKwh, share: sharePercent === null ? null : sharePercent / 100 };
  };
  return (
    <>
      <h3>{name}</h3>
      <DataTable
        caption={`${name} : vous et ${nameOthers(kind, others.count)} en moyenne`}
        columns={[
          { key: "who", label: "Qui", kind: "text" },
          { key: "consumedKwh", label: "Consommé", kind: "number", unit: "kWh" },
          { key: "share", label: "Venu de l’opération", kind: "ratio", decimals: 0 },
        ]}
        rows={[
          { id: "own", cells: cells("Vous", own) },
          { id: "others", cells: cells(`${nameOthers(kind, others.count)}, en moyenne`, others) },
        ]}
      />
    </>
  );
}
