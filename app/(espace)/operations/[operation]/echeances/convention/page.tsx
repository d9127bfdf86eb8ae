import type { Metadata, Route } from "next";
import { EntryForm } from "@/components/correspondence/entry-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { describeGround, describeGroundFacts, describeLeadsTo, GROUND_TEXTS } from "@/lib/format/describe-ground";
import { formatDay } from "@/lib/format/format-date";
import type { TableColumn } from "@/lib/format/table-cells";
import { requireOperation } from "@/lib/server/access";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { type ConventionWatch, readConventionWatch } from "@/lib/services/convention/read-convention-watch";
import { EndingSection } from "./ending-section";

export const metadata: Metadata = { title: "Convention" };

const COLUMNS: readonly TableColumn[] = [
  { key: "condition", label: "Condition", kind: "text" },
  { key: "state", label: "Aujourd’hui", kind: "status" },
  { key: "facts", label: "Ce qui est constaté", kind: "text" },
  { key: "leads", label: "Ce qui peut suivre", kind: "text" },
  { key: "articles", label: "Articles", kind: "text" },
];

const STATUS_OPTIONS = [
  { value: "suspended", label: "La convention est suspendue" },
  { value: "active", label: "La suspension est levée" },
  { value: "ended", label: "La convention est résiliée" },
];

export default async function ConventionPage({ params }: PageProps<"/operations/[operation]/echeances/convention">) {
  const operation = await requireOperation((await params).operation);
  const { slug } = operation.sheet;
  const day = await today();
  const mayWrite = isGranted(operation.role, "write");
  const watch = await readConventionWatch(operation, day);
  const api = `/api/v1/operations/${slug}/convention`;
  return (
    <>
      <PageHeader
        title="Convention"
        lead="Si elle est en vigueur, ce qui permettrait de la suspendre ou de la résilier, et qui prévenir quand cela arrive (convention, art. 8.5 et 8.6)."
      />
      <StatusNotice status={watch.status} />
      {watch.endings.map((ending) => (
        <EndingSection
          key={`${ending.kind} ${ending.effectDay}`}
          ending={ending}
          sheet={operation.sheet}
          api={api}
          day={day}
          mayWrite={mayWrite}
        />
      ))}
      <PageSection title="Conditions surveillées">
        <DataTable
          caption="Ce qui permet de suspendre ou de résilier la convention"
          columns={COLUMNS}
          rows={watch.grounds.map((ground) => {
            const { condition, path } = GROUND_TEXTS[ground.kind];
            return {
              id: ground.kind,
              ...(path ? { href: `/operations/${slug}${path}` as Route } : {}),
              cells: {
                condition,
                state: describeGround(ground),
                facts: describeGroundFacts(ground),
                leads: describeLeadsTo(ground),
                articles: ground.articles.join(", "),
              },
            };
          })}
        />
      </PageSection>
      {mayWrite && watch.status.status !== "ended" && <StatusForm api={api} day={day} slug={slug} />}
    </>
  );
}

function StatusNotice({ status: { status, from } }: Pick<ConventionWatch, "status">) {
  if (status === "active") {
    return (
      <Notice
        tone="success"
        title={
          from === null
            ? "La convention est en vigueur"
            : `La convention est en vigueur, la suspension est levée depuis le ${formatDay(from)}`
        }
      />
    );
  }
  return (
    <Notice
      tone="danger"
      title={
        status === "suspended"
          ? `La convention est suspendue depuis le ${formatDay(from)}`
          : `La convention a pris fin le ${formatDay(from)}`
      }
    >
      {status === "suspended"
        ? "Les obligations de la convention ne s’exécutent plus, sauf la confidentialité et la protection des données personnelles ; l’accès au réseau de chacun n’est pas suspendu. Passé trois mois, chaque partie peut résilier (art. 8.6.2)."
        : "La confidentialité reste due trois ans (art. 8.4.1)."}
    </Notice>
  );
}

/** What the DSO decides by letter; what we ask for ourselves is a request. */
function StatusForm({ api, day, slug }: { api: string; day: CivilDate; slug: string }) {
  return (
    <PageSection
      title="Enregistrer une décision d’Enedis"
      actions={
        <ButtonLink href={`/operations/${slug}/echeances/courriers/nouveau` as Route} variant="default">
          Enregistrer son courrier
        </ButtonLink>
      }
    >
      <EntryForm
        label="Enregistrer une décision d’Enedis"
        submit="Enregistrer"
        address={`${api}/statuses`}
        fields={[
          { kind: "choice", name: "status", label: "Ce qui est décidé", initial: "suspended", options: STATUS_OPTIONS },
          { kind: "day", name: "from", label: "À partir du", initial: day, isRequired: true },
        ]}
      />
    </PageSection>
  );
}
