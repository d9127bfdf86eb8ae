import type { Route } from "next";
import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { KeyValues } from "@/components/ui/key-values";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { ProgressBar } from "@/components/ui/progress-bar";
import { formatDay } from "@/lib/format/format-date";
import { formatInstantDay, formatTimeWithOffset } from "@/lib/format/format-instant";
import { formatCount, formatNumber } from "@/lib/format/format-number";
import { RULE_REASONS } from "@/lib/format/rule-reasons";
import type { MonthKey } from "@/lib/services/coefficients/list-month-keys";
import type {
  DeliveryExchange as Exchange,
  RejectedExchange,
} from "@/lib/services/coefficients/read-delivery-exchange";

type DeliveryExchangeProps = {
  /** Of the month's screen. */
  path: string;
  month: Pick<MonthKey, "deadline">;
  delivery: NonNullable<MonthKey["delivery"]>;
  exchange: Exchange;
  /** Whether it is the first page of rejected messages. */
  isFirstPage: boolean;
  children: React.ReactNode;
};

/** What the operator said of each message of a notification, and what applies where it rejected one. */
export function DeliveryExchange({ path, month, delivery, exchange, isFirstPage, children }: DeliveryExchangeProps) {
  const { counts, isSetAside } = exchange;
  const total = counts.waiting + counts.accepted + counts.rejected;
  return (
    <PageSection title={`Échange avec Enedis, clé du mois n° ${delivery.version}`}>
      <ProgressBar
        label={total === 0 ? "Aucun message n’est parti d’ici" : "Réponses d’Enedis"}
        done={counts.accepted + counts.rejected}
        total={total}
        counted={["message", "messages"]}
      />
      <KeyValues
        items={[
          { label: "En attente", value: formatNumber(counts.waiting) },
          { label: "Acceptés", value: formatNumber(counts.accepted) },
          { label: "Rejetés", value: formatNumber(counts.rejected) },
          ...(delivery.answeredDay
            ? [
                {
                  label: `Clé ${delivery.state === "refused" ? "refusée" : "acceptée"} en entier`,
                  value: `le ${formatDay(delivery.answeredDay)}`,
                },
              ]
            : []),
        ]}
      />
      <Standing month={month} exchange={exchange} />
      {isSetAside && (
        <Notice tone="warning" title="Cette clé ne compte pas">
          Une clé plus récente, notifiée à temps, la remplace ; ou bien elle est partie trop tard ou a été refusée, et
          la clé par défaut s’applique (art. 4.4).
        </Notice>
      )}
      {(counts.rejected > 0 || !isFirstPage) && <Rejected path={path} exchange={exchange} isFirstPage={isFirstPage} />}
      {children}
    </PageSection>
  );
}

function Standing({ month: { deadline }, exchange }: Pick<DeliveryExchangeProps, "month" | "exchange">) {
  const { counts, isDelayOver, notNotifiedCount } = exchange;
  if (isDelayOver && notNotifiedCount > 0) {
    return (
      <Notice
        tone="danger"
        title={`${formatCount(notNotifiedCount, "message compte", "messages comptent")} comme non notifiés`}
      >
        Ils n’étaient pas acceptés le {formatDay(deadline)}, dernier jour du délai (art. 4.4) : la clé par défaut, ou le
        surplus si d’autres producteurs sont acceptés au même pas. Si Enedis a tout accepté par ailleurs, notez-le
        ci-dessous.
      </Notice>
    );
  }
  if (!isDelayOver && counts.waiting + counts.rejected > 0) {
    return (
      <Notice tone="info" title={`Délai : jusqu’au ${formatDay(deadline)}`}>
        Ce qui attend encore ce jour-là compte comme non notifié. Pour corriger ce qui est rejeté, refaites la clé et
        transmettez-la d’ici là.
      </Notice>
    );
  }
  return null;
}

function Rejected({ path, exchange, isFirstPage }: Pick<DeliveryExchangeProps, "path" | "exchange" | "isFirstPage">) {
  const { rejected, nextAfter } = exchange;
  return (
    <>
      <DataTable
        caption="Messages rejetés, dans l’ordre du temps"
        columns={[
          { key: "day", label: "Jour", kind: "text" },
          { key: "time", label: "Pas", kind: "text" },
          { key: "producer", label: "Producteur", kind: "text" },
          { key: "rejection", label: "Ce que dit Enedis", kind: "text" },
          { key: "answered", label: "Réponse du", kind: "instantMs" },
          { key: "reason", label: "Ce qui s’applique, sans correction", kind: "text" },
        ]}
        fileName="messages-rejetes"
        rows={rejected.map((each) => ({ id: each.id, cells: toCells(each) }))}
        empty={<p>Aucun autre message n’est rejeté.</p>}
      />
      <nav aria-label="Pages des messages rejetés" data-no-print>
        {!isFirstPage && <Link href={path as Route}>Premiers messages rejetés</Link>}{" "}
        {nextAfter && <Link href={`${path}?apres=${nextAfter}` as Route}>Messages rejetés suivants</Link>}
      </nav>
    </>
  );
}

function toCells({ stepMs, producerName, rejection, answeredAt, reason }: RejectedExchange) {
  return {
    day: formatInstantDay(stepMs),
    time: formatTimeWithOffset(stepMs),
    producer: producerName ?? "tous",
    rejection,
    answered: answeredAt?.getTime() ?? null,
    reason: reason && RULE_REASONS[reason],
  };
}
