import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { StatusBadge } from "@/components/ui/status-badge";
import { DomainError } from "@/lib/domain/errors";
import { describeMonthKey } from "@/lib/format/describe-month-key";
import { formatDay, formatPeriod, formatPeriodName } from "@/lib/format/format-date";
import { daySchema } from "@/lib/schemas/day";
import { requireOperation } from "@/lib/server/access";
import { isUuid } from "@/lib/server/is-uuid";
import { noteChosen } from "@/lib/server/note-consultation";
import { isGranted } from "@/lib/server/permissions";
import { today } from "@/lib/server/today";
import { readDeliveryExchange } from "@/lib/services/coefficients/read-delivery-exchange";
import { type MonthKeySheet, readMonthKey } from "@/lib/services/coefficients/read-month-key";
import { ApiDeliverySteps } from "./api-delivery-steps";
import { DeliveryExchange } from "./delivery-exchange";
import { AcceptAllForm } from "./delivery-forms";
import { DeliveryHistory } from "./delivery-history";
import { DeliverySteps } from "./delivery-steps";
import { MadeCoefficients } from "./made-coefficients";
import { MakeFullMonthKeyForm } from "./make-full-month-key-form";
import { MakeMonthKeyForm } from "./make-month-key-form";
import { UploadAnnex5 } from "./upload-annex-5";

export const metadata: Metadata = { title: "Clé du mois" };

type Props = PageProps<"/operations/[operation]/coefficients/cle-du-mois/[debut]">;

export default async function MonthKeyPage({ params, searchParams }: Props) {
  const [{ operation: address, debut }, search, day] = await Promise.all([params, searchParams, today()]);
  const operation = await requireOperation(address);
  const from = daySchema.safeParse(debut);
  if (!from.success) notFound();
  const lookedAt = { consumer: textOf(search.prm), producer: textOf(search.producteur) };
  const month = await readMonthKey(operation, from.data, lookedAt, day).catch(notFoundIfUnknown);
  await noteChosen(operation, [lookedAt.consumer, lookedAt.producer]);

  const { period, standing, isLate, deadline, consumers, delivery } = month;
  const { slug } = operation.sheet;
  const badge = describeMonthKey(standing, isLate);
  const mayWrite = isGranted(operation.role, "write");
  const notified = month.history.find(({ channel, sentDay }) => channel === "api" && sentDay !== null);
  const asked = textOf(search.apres);
  const after = asked !== undefined && isUuid(asked) ? asked : undefined;
  const exchange = notified && (await readDeliveryExchange(operation.id, notified, after, day));
  const making = {
    operation: slug,
    from: period.from,
    consumers: consumers.map(({ id, name, prm }) => ({ id, name, prm })),
    unitPpm: month.unitPpm,
  };
  const Steps = delivery?.channel === "api" ? ApiDeliverySteps : DeliverySteps;
  return (
    <>
      <PageHeader
        title={`Clé de ${formatPeriodName(period.from, period.toExclusive)}`}
        breadcrumb={[
          { label: "Coefficients", href: `/operations/${slug}/coefficients` as Route },
          { label: "Clé du mois", href: `/operations/${slug}/coefficients/cle-du-mois` as Route },
        ]}
        context={<StatusBadge tone={badge.tone}>{badge.text}</StatusBadge>}
        lead={`Période ${formatPeriod(period.from, period.toExclusive)}. À notifier à Enedis au plus tard le ${formatDay(deadline)}.`}
      />
      <Deadline month={month} />
      {month.made && (
        <PageSection title="Les coefficients">
          <MadeCoefficients slug={slug} month={month} made={month.made} mayWrite={mayWrite} />
        </PageSection>
      )}
      {delivery && <Steps slug={slug} month={month} delivery={delivery} today={day} mayWrite={mayWrite} />}
      {notified && exchange && (
        <DeliveryExchange
          path={`/operations/${slug}/coefficients/cle-du-mois/${period.from}`}
          month={month}
          delivery={notified}
          exchange={exchange}
          isFirstPage={after === undefined}
        >
          {mayWrite && notified.state !== "accepted" && notified.sentDay && (
            <AcceptAllForm hidden={{ operation: slug, delivery: notified.id }} today={day} minDay={notified.sentDay} />
          )}
        </DeliveryExchange>
      )}
      {mayWrite && (
        <>
          <PageSection title={delivery ? "Refaire la clé" : "Faire la clé"}>
            {month.kind === "dynamic_full" ? (
              <MakeFullMonthKeyForm {...making} producers={month.producers} />
            ) : (
              <MakeMonthKeyForm {...making} rule={month.rule} channel={month.channel} />
            )}
          </PageSection>
          {month.kind === "dynamic_simple" && (
            <PageSection title="Importer mon fichier">
              <UploadAnnex5 address={slug} from={period.from} />
            </PageSection>
          )}
        </>
      )}
      <DeliveryHistory month={month} />
    </>
  );
}

const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

function Deadline({ month: { isLate, standing, deadline } }: { month: MonthKeySheet }) {
  if (!isLate) return null;
  const isSent = standing !== "to_make" && standing !== "draft";
  return (
    <Notice tone="danger" title={`Le délai est passé depuis le ${formatDay(deadline)}`}>
      {isSent
        ? "La clé est partie trop tard : Enedis applique la clé par défaut à toute la période (art. 4.4)."
        : "Rien n’a été notifié à temps : Enedis applique la clé par défaut à toute la période (art. 4.4). Si la clé est partie par ailleurs, faites-la ou importez-la ici, puis notez le jour de son envoi."}
    </Notice>
  );
}

function notFoundIfUnknown(error: unknown): never {
  if (error instanceof DomainError && (error.code === "UNKNOWN_PERIOD" || error.code === "NOT_DYNAMIC")) notFound();
  throw error;
}
