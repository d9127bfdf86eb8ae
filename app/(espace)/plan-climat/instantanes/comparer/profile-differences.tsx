import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import type { ProfileDifference } from "@/lib/domain/scoring/compare-climate-plans";
import type { PersonalisationQuestion } from "@/lib/domain/scoring/personalisation";
import { describeAnswer } from "@/lib/format/describe-answer";
import { showField } from "@/lib/format/describe-plan-change";
import { UNKNOWN } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";

type ProfileDifferencesProps = {
  differences: readonly ProfileDifference[];
  /** False: one of the states was kept before this was. */
  isKnown: boolean;
  questions: readonly PersonalisationQuestion[];
};

const FIELDS = { kind: "Type de collectivité", population: "Population", isOverseas: "En outre-mer" } as const;
const COLUMNS: readonly TableColumn[] = [
  { key: "field", label: "Question", kind: "text" },
  { key: "before", label: "Avant", kind: "text" },
  { key: "after", label: "Après", kind: "text" },
];

/** What the collectivity said of itself, before and after: it changes what actions are worth. */
export function ProfileDifferences({ differences, isKnown, questions }: ProfileDifferencesProps) {
  return (
    <PageSection title="Personnalisation">
      {differences.length === 0 ? (
        <p>
          {isKnown
            ? "Les réponses qui changent le potentiel des actions sont les mêmes."
            : "L’un des deux états a été gardé sans les réponses de personnalisation : elles ne se comparent pas."}
        </p>
      ) : (
        <DataTable
          caption="Réponses de personnalisation qui ont changé"
          columns={COLUMNS}
          fileName="comparaison-personnalisation"
          rows={differences.map(({ field, before, after }) => {
            if (typeof field === "string") {
              return { id: field, cells: { field: FIELDS[field], before: showField(before), after: showField(after) } };
            }
            const question = questions.find(({ id }) => id === field.question);
            const show = (answer: typeof before) => (answer === null ? UNKNOWN : describeAnswer(answer, question));
            const wording = question?.wording ?? field.question;
            return { id: field.question, cells: { field: wording, before: show(before), after: show(after) } };
          })}
        />
      )}
    </PageSection>
  );
}
