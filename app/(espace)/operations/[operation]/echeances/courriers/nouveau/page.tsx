import type { Metadata, Route } from "next";
import type { EntryField } from "@/components/correspondence/entry-field";
import { EntryForm } from "@/components/correspondence/entry-form";
import { PageHeader } from "@/components/ui/page-header";
import { LETTER_KINDS, type LetterField } from "@/lib/domain/letters/letter-kinds";
import { LETTER_KIND_OPTIONS } from "@/lib/format/describe-letter";
import { requireWriter } from "@/lib/server/require-writer";
import { today } from "@/lib/server/today";
import { listPointOptions } from "@/lib/services/registry/list-point-options";

export const metadata: Metadata = { title: "Enregistrer un courrier d’Enedis" };

/** Shown only for letters in which something follows from it. */
const whenAsked = (field: LetterField) => ({
  field: "kind",
  values: LETTER_KIND_OPTIONS.map(({ value }) => value).filter((kind) => LETTER_KINDS[kind].asks.includes(field)),
});

export default async function NewLetterPage({
  params,
}: PageProps<"/operations/[operation]/echeances/courriers/nouveau">) {
  const operation = await requireWriter((await params).operation);
  const { slug } = operation.sheet;
  const [day, points] = await Promise.all([today(), listPointOptions(operation.id)]);
  const room = `/operations/${slug}/echeances/courriers` as Route;
  const address = `/api/v1/operations/${slug}/letters`;
  const fields: readonly EntryField[] = [
    {
      kind: "choice",
      name: "kind",
      label: "Ce que dit le courrier",
      initial: "consent_proof",
      options: LETTER_KIND_OPTIONS,
    },
    { kind: "day", name: "receivedDay", label: "Reçu le", max: day, initial: day, isRequired: true },
    {
      kind: "day",
      name: "sentDay",
      label: "Envoyé le",
      description: "Date de la lettre recommandée : le délai part de là.",
      max: day,
      isRequired: true,
      onlyWhen: whenAsked("sentDay"),
    },
    {
      kind: "day",
      name: "effectDay",
      label: "Date donnée par le courrier",
      description: "Celle de ce qu’il annonce : fin de contrat, entrée en vigueur, démarrage…",
      isRequired: true,
      onlyWhen: whenAsked("effectDay"),
    },
    {
      kind: "choice",
      name: "meteringPointId",
      label: "PRM",
      options: [{ value: "", label: "Choisir un PRM" }, ...points],
      isRequired: true,
      onlyWhen: whenAsked("meteringPoint"),
    },
    {
      kind: "box",
      name: "isImmediate",
      label: "Pour un impératif de sécurité : sans délai (art. 8.6.1)",
      onlyWhen: { field: "kind", values: ["suspension"] },
    },
    { kind: "text", name: "reference", label: "Référence ou objet", maxLength: 200 },
  ];
  return (
    <>
      <PageHeader
        title="Enregistrer un courrier d’Enedis"
        breadcrumb={[{ label: "Courriers d’Enedis", href: room }]}
        lead="Ce qui suit est calculé d’après ce qu’il dit. Rien ne change dans le registre : sa page vous le proposera."
      />
      <EntryForm
        label="Enregistrer un courrier d’Enedis"
        submit="Enregistrer"
        address={address}
        next={`${room}/{id}`}
        document={{ label: "Courrier numérisé", address: `${address}/{id}/documents` }}
        fields={fields}
      />
    </>
  );
}
