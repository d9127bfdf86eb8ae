import type { Route } from "next";
import { PageSection } from "@/components/ui/page-section";
import { formatBytes } from "@/lib/format/format-bytes";
import { formatCount } from "@/lib/format/format-number";
import type { RunFiles } from "@/lib/services/outputs/read-run-files";
import { FileList } from "./file-list";

/** A row of the long table, in bytes. */
const LONG_ROW_BYTES = 133;

/** The files of a run, by who reads them. */
export function FileTables({ address, hasNumber, files }: { address: string; hasNumber: boolean; files: RunFiles }) {
  const { counts, run } = files;
  const href = (kind: string) => `/api/v1/operations/${address}/runs/${run.id}/files/${kind}` as Route;
  return (
    <>
      {hasNumber && (
        <PageSection title="Au format du gestionnaire">
          <p>
            Les formats de l’annexe 6, tels que le gestionnaire publie les siens, faits de notre calcul. Son résultat
            est l’officiel.
          </p>
          <FileList
            label="Fichiers au format du gestionnaire"
            files={[
              {
                href: href("annex-6"),
                name: "Annexe 6, tous les fichiers (zip)",
                purpose:
                  "Poser notre calcul à côté de ce que publie le gestionnaire : courbes, énergies par poste, détail par producteur.",
                reader: "le gestionnaire ou un auditeur",
                precision: "à 1 W et 0,01 kWh",
                size: formatCount(counts.annex6Files, "fichier", "fichiers"),
              },
              {
                href: href("summary"),
                name: "Synthèse (xlsx)",
                purpose: "Les indicateurs de l’opération, les producteurs et les consommateurs, en trois feuilles.",
                reader: "le gestionnaire ou les élus",
                precision: "à 0,01 kWh",
                size: formatCount(counts.points, "PRM", "PRM"),
              },
              {
                href: href("perimeter"),
                name: "Périmètre des participants (csv)",
                purpose: "Qui compte, de quel jour à quel jour.",
                reader: "le gestionnaire",
                precision: "au jour",
                size: "une ligne par rattachement",
              },
            ]}
          />
        </PageSection>
      )}
      <PageSection title="Pour un tableur ou un programme">
        <p>
          Chaque nombre est arrondi une fois, et les parties s’additionnent : les PRM font l’opération, ce que les
          producteurs ont partagé est ce que les consommateurs ont reçu.
        </p>
        <FileList
          label="Tableaux et courbes"
          files={[
            {
              href: href("workbook"),
              name: "Classeur du résultat (xlsx)",
              purpose: "Lire et vérifier : synthèse, participants, PRM, qui a donné à qui, courbes pas à pas.",
              reader: "vos services",
              precision: "à 0,01 kWh, les courbes à 1 W",
              size: formatCount(counts.steps, "pas de temps", "pas de temps"),
            },
            {
              href: href("totals"),
              name: "Totaux par PRM (csv)",
              purpose: "Une ligne par PRM.",
              reader: "la comptabilité",
              precision: "à 0,01 kWh",
              size: formatCount(counts.points, "ligne", "lignes"),
            },
            {
              href: href("curves"),
              name: "Courbes longues (csv)",
              purpose:
                "Une ligne par pas, PRM et grandeur, en UTC et en heure de Paris ; se charge en Parquet sans réglage.",
              reader: "un programme",
              precision: "exacte, en Wh",
              size: `environ ${formatBytes(counts.longRows * LONG_ROW_BYTES)}`,
            },
          ]}
        />
      </PageSection>
    </>
  );
}
