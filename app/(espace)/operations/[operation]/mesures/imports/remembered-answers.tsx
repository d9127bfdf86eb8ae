import { DataTable } from "@/components/ui/data-table";
import { PageSection } from "@/components/ui/page-section";
import { describeQuantity } from "@/lib/format/describe-import";
import type { AuthorizedOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { readRememberedAnswers } from "@/lib/services/measures/remembered-answers";
import { ForgetAnswerButton } from "./forget-answer-button";

/** What was said of files once, and is used for the next ones. */
export async function RememberedAnswers({ operation }: { operation: AuthorizedOperation }) {
  const answers = await readRememberedAnswers(operation.id);
  if (answers.length === 0) return null;
  const mayWrite = isGranted(operation.role, "write");
  return (
    <PageSection title="Réponses retenues">
      <p>Utilisées telles quelles par les imports suivants. Oubliée, une réponse est redemandée.</p>
      <DataTable
        caption="Réponses retenues"
        columns={[
          { key: "text", label: "Mot ou identifiant", kind: "text" },
          { key: "meaning", label: "Veut dire", kind: "text" },
          { key: "at", label: "Depuis le", kind: "instantMs" },
        ]}
        rows={answers.map((answer) => ({
          id: `${answer.kind}-${answer.text}`,
          cells: {
            text: answer.text,
            meaning: answer.kind === "type" ? describeQuantity(answer.quantity) : `${answer.name} (${answer.prm})`,
            at: answer.createdAt.getTime(),
          },
          actions: mayWrite && (
            <ForgetAnswerButton operation={operation.sheet.slug} kind={answer.kind} text={answer.text} />
          ),
        }))}
      />
    </PageSection>
  );
}
