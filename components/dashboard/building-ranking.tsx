import type { Route } from "next";
import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { RankedBuilding, BuildingRanking as Ranking } from "@/lib/domain/dashboard/rank-buildings";
import { describeGroupedSites, describePoorlyCovered, describeWellCovered } from "@/lib/format/describe-building";
import type { TableColumn } from "@/lib/format/table-cells";
import styles from "./dashboard.module.css";

export type BuildingRankingProps = {
  ranking: Ranking;
  /** Where the sheet of a metering point is, with `{prm}` in place of its number. */
  pointHref: string;
  fileName: string;
};

const SHOWN = 3;

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "covered", label: "Part couverte", kind: "ratio" },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh" },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh" },
  { key: "reserved", label: "Réservé par la clé", kind: "energyWh" },
  { key: "unused", label: "Réservé et non utilisé", kind: "ratio" },
];

/** The sites the operation covers best and least, why, and all of them as a table. */
export function BuildingRanking({ ranking: { buildings, grouped }, pointHref, fileName }: BuildingRankingProps) {
  const ranked = buildings.filter(({ coveredShare }) => coveredShare !== null);
  const count = Math.min(SHOWN, Math.floor(ranked.length / 2));
  const hasUnknownKey = buildings.some(({ reservedWh }) => reservedWh === null);
  const hrefOf = ({ prm }: RankedBuilding) => pointHref.replace("{prm}", prm) as Route;
  return (
    <>
      {count > 0 && (
        <div className={styles.halves}>
          <Sentences title="Les mieux couverts" buildings={ranked.slice(0, count)} hrefOf={hrefOf} isBest />
          <Sentences title="Les moins couverts" buildings={ranked.slice(-count).reverse()} hrefOf={hrefOf} />
        </div>
      )}
      <DataTable
        caption="Sites consommateurs, du mieux couvert au moins couvert"
        columns={COLUMNS}
        rows={[
          ...buildings.map((building) => ({
            id: building.id,
            href: hrefOf(building),
            cells: { name: building.name, prm: building.prm, ...cellsOf(building) },
          })),
          ...(grouped
            ? [
                {
                  id: "grouped",
                  cells: {
                    name: describeGroupedSites(grouped),
                    prm: null,
                    ...cellsOf(grouped),
                  },
                },
              ]
            : []),
        ]}
        fileName={fileName}
      />
      {grouped && (
        <p className={styles.note}>
          Les habitants ne sont pas nommés : leurs sites sont regroupés, avec au moins trois derrière la ligne quand
          l’opération en a trois.
        </p>
      )}
      {hasUnknownKey && (
        <p className={styles.note}>
          Ce que la clé réservait n’est connu que pour les sites dont toutes les journées ont une clé statique.
        </p>
      )}
    </>
  );
}

function cellsOf(building: Omit<RankedBuilding, "id" | "prm" | "name" | "peopleIds">) {
  return {
    covered: building.coveredShare,
    selfConsumed: building.selfConsumedWh,
    withdrawal: building.withdrawalWh,
    reserved: building.reservedWh,
    unused: building.unusedShare,
  };
}

function Sentences({
  title,
  buildings,
  hrefOf,
  isBest = false,
}: {
  title: string;
  buildings: readonly RankedBuilding[];
  hrefOf: (building: RankedBuilding) => Route;
  isBest?: boolean;
}) {
  return (
    <div>
      <h3 className={styles.subtitle}>{title}</h3>
      <ul className={styles.sentences}>
        {buildings.map((building) => (
          <li key={building.id}>
            <Link href={hrefOf(building)}>
              {isBest ? describeWellCovered(building) : describePoorlyCovered(building)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
