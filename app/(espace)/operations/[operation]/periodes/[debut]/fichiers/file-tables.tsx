import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { formatBytes } from "@/lib/format/format-bytes";
import { formatCount } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import type { RunFiles } from "@/lib/services/outputs/read-run-files";

const COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Fichier", kind: "text" },
  { key: "purpose", label: "À quoi il sert", kind: "text" },
  { key: "reader", label: "Pour qui", kind: "text" },
  { key: "precision", label: "Précision", kind: "text" },
  { key: "size", label: "Taille", kind: "text" },
];

/** A row of the long table, in bytes. */
const LONG_ROW_BYTES = 125;

type FileLine = {
  readonly kind: string;
  readonly name: string;
  readonly purpose: string;
  readonly reader: string;
  readonly precision: string;
  readonly size: string;
};

/** The files of a run, by who reads them. */
export function FileTables({ address, hasNumber, files }: { address: string; hasNumber: boolean; files: RunFiles }) {
  const { counts } = files;
  const operatorFiles: readonly FileLine[] = [
    {
      kind: "annex-6",
      name: "Annexe 6, tous les fichiers (zip)",
      purpose: "Poser notre calcul à côté de ce que publie le gestionnaire : courbes, énergies, détail par producteur",
      reader: "Gestionnaire, auditeur",
      precision: "1 W, 0,01 kWh",
      size: formatCount(counts.annex6Files, "fichier", "fichiers"),
    },
    {
      kind: "summary",
      name: "Synthèse (xlsx)",
      purpose: "Les indicateurs de l’opération, les producteurs, les consommateurs, en trois feuilles",
      reader: "Gestionnaire, élus",
      precision: "0,01 kWh",
      size: formatCount(counts.points, "ligne", "lignes"),
    },
    {
      kind: "perimeter",
      name: "Périmètre des participants (csv)",
      purpose: "Qui compte, de quel jour à quel jour",
      reader: "Gestionnaire",
      precision: "le jour",
      size: "une ligne par rattachement",
    },
  ];
  const ownFiles: readonly FileLine[] = [
    {
      kind: "workbook",
      name: "Classeur du résultat (xlsx)",
      purpose: "Lire et vérifier : synthèse, participants, PRM, qui a donné à qui, courbes pas à pas",
      reader: "Vos services",
      precision: "0,01 kWh ; par pas 1 W",
      size: formatCount(counts.steps, "pas", "pas"),
    },
    {
      kind: "totals",
      name: "Totaux par PRM (csv)",
      purpose: "Une ligne par PRM, pour un tableur",
      reader: "Comptabilité",
      precision: "0,01 kWh",
      size: formatCount(counts.points, "ligne", "lignes"),
    },
    {
      kind: "curves",
      name: "Courbes longues (csv)",
      purpose: "Une ligne par pas, PRM et grandeur, en UTC et en heure de Paris ; se charge en Parquet sans réglage",
      reader: "Un programme",
      precision: "exacte, en Wh",
      size: `environ ${formatBytes(counts.longRows * LONG_ROW_BYTES)}`,
    },
  ];
  return (
    <>
      {hasNumber && (
        <PageSection title="Au format du gestionnaire">
          <p>
            Les formats de l’annexe 6, tels que le gestionnaire publie les siens, faits de notre calcul. Son résultat
            est l’officiel.
          </p>
          <FileTable
            caption="Fichiers au format du gestionnaire"
            address={address}
            files={files}
            lines={operatorFiles}
          />
        </PageSection>
      )}
      <PageSection title="Pour un tableur ou un programme">
        <p>
          Chaque nombre est arrondi une fois, et les parties s’additionnent : les PRM font l’opération, ce que les
          producteurs ont partagé est ce que les consommateurs ont reçu.
        </p>
        <FileTable caption="Tableaux et courbes" address={address} files={files} lines={ownFiles} />
      </PageSection>
    </>
  );
}

function FileTable({
  caption,
  address,
  files: { run },
  lines,
}: {
  caption: string;
  address: string;
  files: RunFiles;
  lines: readonly FileLine[];
}) {
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS}
      rows={lines.map(({ kind, ...cells }) => ({
        id: kind,
        cells,
        actions: (
          <ButtonLink
            href={`/api/v1/operations/${address}/runs/${run.id}/files/${kind}` as Route}
            download
            variant="subtle"
            size="compact-sm"
          >
            Télécharger
          </ButtonLink>
        ),
      }))}
    />
  );
}
