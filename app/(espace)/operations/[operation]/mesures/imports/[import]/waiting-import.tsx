import { PageSection } from "@/components/ui/page-section";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { isImportReady } from "@/lib/domain/measures/is-import-ready";
import { ENERGY_QUANTITIES } from "@/lib/domain/series/energy-quantities";
import { describeFileKind, describeQuantity, FILE_KINDS } from "@/lib/format/describe-import";
import type { AuthorizedOperation } from "@/lib/server/access";
import { listImportPoints } from "@/lib/services/measures/list-import-points";
import type { MeasureImport } from "@/lib/services/measures/list-imports";
import { cancelImportAction, confirmImportAction } from "./actions";
import { AnswersForm } from "./answers-form";
import { ImportButton } from "./import-button";

/** Files whose kind may be said, in one form: an archive of a whole year names them by their folder. */
const SHOWN_FILES = 50;

const STAMPS = [
  { value: "start", label: "Le début de chaque pas" },
  { value: "end", label: "La fin de chaque pas" },
];

type WaitingImportProps = { operation: AuthorizedOperation; found: MeasureImport; report: ImportReport };

/** What an import still needs before it is written: answers, then a word. */
export async function WaitingImport({ operation, found, report }: WaitingImportProps) {
  const points = await listImportPoints(operation.id);
  const { slug } = operation.sheet;
  const files = new Map(report.files.map(({ key, name, kind }) => [key, { name, kind }]));
  const said = found.answers?.kinds ?? {};
  return (
    <PageSection title="Avant d’enregistrer">
      <AnswersForm
        operation={slug}
        importId={found.id}
        questions={report.questions}
        choices={{
          quantity: ENERGY_QUANTITIES.map((value) => ({ value, label: describeQuantity(value) ?? value })),
          metering_point: [
            ...points.map(({ prm, name }) => ({ value: prm, label: `${name} (${prm})` })),
            { value: "none", label: "À personne ici : mettre de côté" },
          ],
          stamps: STAMPS,
        }}
        files={[...files].slice(0, SHOWN_FILES).map(([key, { name, kind }]) => ({
          key,
          name,
          recognized: describeFileKind(kind),
          said: said[key] ?? "",
        }))}
        kinds={[
          ...Object.entries(FILE_KINDS).map(([value, label]) => ({ value, label })),
          { value: "set_aside", label: "mettre de côté" },
        ]}
      />
      {isImportReady(report) && (
        <ImportButton
          operation={slug}
          importId={found.id}
          action={confirmImportAction}
          label="Enregistrer"
          variant="filled"
        />
      )}
      <ImportButton
        operation={slug}
        importId={found.id}
        action={cancelImportAction}
        label="Abandonner"
        question="Rien ne sera enregistré. Abandonner cet import ?"
      />
    </PageSection>
  );
}
