import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { earliestEffectDay } from "@/lib/domain/coefficients/earliest-effect-day";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { draftSearchParamSchema } from "@/lib/schemas/key-draft";
import { type AuthorizedOperation, requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { type KeyEditor, readKeyEditor } from "@/lib/services/coefficients/read-key-editor";
import { KeyEditorForm } from "./key-editor-form";

export const metadata: Metadata = { title: "Éditeur de clé" };

export default async function KeyEditorPage({
  params,
  searchParams,
}: PageProps<"/operations/[operation]/coefficients/editeur">) {
  const [{ operation: address }, search, day] = await Promise.all([params, searchParams, today()]);
  const operation = await requireOperation(address);
  const { slug, startDay } = operation.sheet;
  const editor = await openEditor(operation, day, draftSearchParamSchema.parse(search.version));
  const versions = `/operations/${slug}/coefficients/versions` as Route;
  if (editor === "closed") {
    return (
      <>
        <PageHeader title="Éditeur de clé" />
        <EmptyState
          title="Cette version ne se modifie pas ici"
          purpose="Cet éditeur ouvre les brouillons des clés statiques et par défaut. Ce qui est annoncé ou envoyé ne change plus : partez d’une nouvelle version."
          action={<ButtonLink href={versions}>Voir les versions</ButtonLink>}
        />
      </>
    );
  }
  const { draft } = editor;
  return (
    <>
      <PageHeader
        title={draft ? `Brouillon de la version ${draft.version}` : "Nouvelle clé"}
        lead="Composez la part de chacun, et voyez aussitôt ce qu’elle aurait donné sur les douze derniers mois. Une clé dynamique se compose sur son propre écran."
      />
      {editor.rows.length === 0 ? (
        <EmptyState
          title="Il n’y a pas encore de consommateur"
          purpose="Une clé dit quelle part de la production revient à chaque consommateur."
          needed="des consommateurs dans le périmètre."
          action={<ButtonLink href={`/operations/${slug}/participants` as Route}>Ajouter des participants</ButtonLink>}
        />
      ) : (
        <KeyEditorForm
          key={draft?.id ?? "nouvelle"}
          slug={slug}
          rows={editor.rows}
          draft={draft}
          lostPpm={editor.lostPpm}
          today={day}
          startDay={startDay}
          earliestDay={latest(earliestEffectDay(day, operation.sheet.holidayRegion), startDay)}
          versions={versions}
          mayWrite={isGranted(operation.role, "write")}
        />
      )}
    </>
  );
}

async function openEditor(
  { id }: AuthorizedOperation,
  day: CivilDate,
  draftId: string | undefined,
): Promise<KeyEditor | "closed"> {
  try {
    return await readKeyEditor(id, day, draftId);
  } catch (error) {
    if (error instanceof DomainError && error.code === "KEY_MOVE_REFUSED") return "closed";
    if (error instanceof DomainError && error.code === "UNKNOWN_KEY") notFound();
    throw error;
  }
}

function latest(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}
