import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import type { FieldChange, PerimeterDifference, PerimeterMember } from "@/lib/domain/perimeter/compare-perimeter";
import type { PlannedChange } from "@/lib/domain/perimeter/list-planned-changes";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { describeFieldChange } from "@/lib/format/describe-field-change";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { TableStatus } from "@/lib/format/table-cells";

export type Annex2Problem = {
  readonly severity: "error" | "warning";
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
};

/** What one workbook means for the registry, as the interface answers it. */
export type Annex2Outcome = {
  readonly difference: (PerimeterDifference & { readonly cancelled: readonly PlannedChange[] }) | null;
  readonly problems: readonly Annex2Problem[];
  readonly errorCount: number;
  readonly warningCount: number;
};

const KINDS: Readonly<Record<CoefficientKind, string>> = {
  static: "statique",
  dynamic_simple: "dynamique simple",
  dynamic_full: "full dynamique",
  default: "par défaut",
};
const MANAGEMENTS = { standard: "standard", hlm: "organisme HLM et ses locataires" } as const;

const ENTERS: TableStatus = { text: "entre", tone: "success" };
const LEAVES: TableStatus = { text: "sort", tone: "warning" };
const CHANGES: TableStatus = { text: "change", tone: "info" };

/** The problems of a workbook by sheet and cell, and what it changes line by line. */
export function Annex2View({ annex2: { difference, problems } }: { annex2: Annex2Outcome }) {
  return (
    <>
      {problems.length > 0 && (
        <DataTable
          caption="Problèmes du classeur"
          columns={[
            { key: "severity", label: "Gravité", kind: "status" },
            { key: "sheet", label: "Feuille", kind: "text" },
            { key: "line", label: "Ligne", kind: "text" },
            { key: "column", label: "Colonne", kind: "text" },
            { key: "message", label: "Ce qui se passe, et que faire", kind: "text" },
          ]}
          fileName="problemes-annexe-2"
          rows={problems.map(({ severity, sheet, line, column, message }, index) => ({
            id: String(index),
            cells: {
              severity:
                severity === "error" ? { text: "erreur", tone: "danger" } : { text: "avertissement", tone: "warning" },
              sheet: sheet ?? null,
              line: line === undefined ? null : String(line),
              column: column ?? null,
              message,
            },
          }))}
        />
      )}
      {difference && <Difference difference={difference} />}
    </>
  );
}

function Difference({ difference }: { difference: NonNullable<Annex2Outcome["difference"]> }) {
  const { entered, left, changed, unchanged, kind, management, cancelled } = difference;
  const rows = [
    ...entered.map((member) => row(member, ENTERS, [])),
    ...left.map((member) => row(member, LEAVES, [])),
    ...changed.map((member) => row(member, CHANGES, member.changes)),
  ];
  const settings = [
    kind && { label: "Type de répartition", value: `${nameKind(kind.before)} → ${nameKind(kind.after)}` },
    management && {
      label: "Gestion des entrées et sorties",
      value: `${MANAGEMENTS[management.before]} → ${MANAGEMENTS[management.after]}`,
    },
    cancelled.length > 0 && {
      label: "Décisions prévues ensuite, que ce classeur remplace",
      value: cancelled.map(describePlanned).join(" ; "),
    },
    { label: "Lignes sans changement", value: formatCount(unchanged.length, "ligne", "lignes") },
  ].filter((setting) => setting !== null && setting !== false);
  return (
    <>
      <KeyValues items={settings} />
      {rows.length > 0 && (
        <DataTable
          caption="Ce que le classeur change"
          columns={[
            { key: "what", label: "Mouvement", kind: "status" },
            { key: "name", label: "Titulaire", kind: "text" },
            { key: "prm", label: "PRM", kind: "code" },
            { key: "role", label: "Rôle", kind: "text" },
            { key: "changes", label: "Avant → après", kind: "text" },
          ]}
          fileName="difference-annexe-2"
          rows={rows}
        />
      )}
    </>
  );
}

function row({ prm, role, name }: PerimeterMember, what: TableStatus, changes: readonly FieldChange[]) {
  return {
    id: `${role}-${prm}`,
    cells: {
      what,
      name,
      prm,
      role: role === "producer" ? "Producteur" : "Consommateur",
      changes: changes.map(describeFieldChange).join(" ; ") || null,
    },
  };
}

function describePlanned(planned: PlannedChange): string {
  if (planned.what === "key") return `clé ${KINDS[planned.kind]} du ${formatDay(planned.on)}`;
  return `${planned.what === "entry" ? "entrée" : "sortie"} du PRM ${planned.prm} le ${formatDay(planned.on)}`;
}

function nameKind(kind: CoefficientKind | null): string {
  return kind ? KINDS[kind] : "aucun";
}
