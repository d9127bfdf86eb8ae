import type { Metadata, Route } from "next";
import { PerimeterMap } from "@/components/registry/perimeter-map";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { DayPicker } from "@/components/ui/day-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { describeVerdict } from "@/lib/format/describe-eligibility";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { daySearchParamSchema } from "@/lib/schemas/day";
import { requireOperation } from "@/lib/server/access";
import { MAP_TILES } from "@/lib/server/installation";
import { today } from "@/lib/server/today";
import { type OperationEligibility, readEligibility } from "@/lib/services/registry/read-eligibility";
import { RuleTable } from "./rule-table";

export const metadata: Metadata = { title: "Carte et éligibilité" };

const LAST_DAY = "2199-12-31";

const POINT_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "role", label: "Rôle", kind: "text" },
  { key: "latitude", label: "Latitude", kind: "number", decimals: 5, unit: "°" },
  { key: "longitude", label: "Longitude", kind: "number", decimals: 5, unit: "°" },
  { key: "state", label: "État", kind: "status" },
];

export default async function MapPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/participants/carte">) {
  const [{ operation: address }, search] = await Promise.all([params, searchParams]);
  const operation = await requireOperation(address);
  const { slug, startDay } = operation.sheet;
  const now = await today();
  const day = daySearchParamSchema.parse(search.jour) ?? (now < startDay ? startDay : now);
  const eligibility = await readEligibility(operation.id, day);
  const verdict = describeVerdict(eligibility);
  return (
    <>
      <PageHeader
        title="Carte et éligibilité"
        breadcrumb={[{ label: "Participants", href: `/operations/${slug}/participants` as Route }]}
        lead="Ce que la convention et le code de l’énergie demandent à l’opération, règle par règle, et où sont ses points."
        context={<DayPicker day={day} min={startDay} max={LAST_DAY} />}
      />
      {eligibility.points.length === 0 ? (
        <EmptyState
          title={`Aucun participant le ${formatDay(day)}`}
          purpose="Cette page vérifie l’éligibilité de l’opération et montre ses points sur une carte."
          needed="des participants, ajoutés un par un ou par une annexe 2."
          action={<ButtonLink href={`/operations/${slug}/participants` as Route}>Voir les participants</ButtonLink>}
        />
      ) : (
        <>
          <Notice tone={verdict.tone} title={verdict.title}>
            Au {formatDay(day)}, pour {formatCount(eligibility.points.length, "PRM", "PRM")}. Ce qui n’est pas connu
            n’est pas vérifié : les points à compléter sont nommés.
          </Notice>
          <PageSection title="Règles">
            <RuleTable eligibility={eligibility} fileName={`${slug}-eligibilite-${day}`} />
          </PageSection>
          <Places eligibility={eligibility} slug={slug} />
        </>
      )}
    </>
  );
}

function Places({ eligibility: { points, farthest }, slug }: { eligibility: OperationEligibility; slug: string }) {
  const sheetHref = `/operations/${slug}/participants/prm/{prm}`;
  const placed = points.flatMap(({ place, ...point }) => (place ? [{ ...point, place }] : []));
  const missing = points.length - placed.length;
  const [from, to] = farthest?.points ?? [];
  return (
    <PageSection title="Carte">
      {missing > 0 && (
        <Notice
          tone="warning"
          title={`${formatCount(missing, "PRM n’a pas de coordonnées", "PRM n’ont pas de coordonnées")}`}
        >
          La carte et la distance se font sans eux. Complétez leur fiche : ils sont les premiers de la liste ci-dessous.
        </Notice>
      )}
      {placed.length > 0 && (
        <PerimeterMap
          points={placed}
          farthest={farthest && from && to ? { ids: [from.id, to.id], distanceM: farthest.distanceM } : null}
          sheetHref={sheetHref}
          tiles={MAP_TILES}
        />
      )}
      <DataTable
        caption="Points et coordonnées"
        columns={POINT_COLUMNS}
        fileName={`${slug}-points`}
        rows={points
          .toSorted((a, b) => Number(a.place !== null) - Number(b.place !== null))
          .map(({ id, name, prm, roles, place }) => ({
            id,
            href: sheetHref.replace("{prm}", prm) as Route,
            cells: {
              name,
              prm,
              role: roles.map((role) => (role === "producer" ? "Producteur" : "Consommateur")).join(" et "),
              latitude: place?.latitudeDegrees ?? null,
              longitude: place?.longitudeDegrees ?? null,
              state: place ? { text: "placé", tone: "success" } : { text: "coordonnées à compléter", tone: "warning" },
            },
          }))}
      />
    </PageSection>
  );
}
