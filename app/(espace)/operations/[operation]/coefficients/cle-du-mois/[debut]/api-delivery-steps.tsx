import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatDay } from "@/lib/format/format-date";
import { formatCount } from "@/lib/format/format-number";
import type { MonthKeySheet } from "@/lib/services/coefficients/read-month-key";
import { GiveUpForm, TransmitForm } from "./delivery-forms";

type ApiDeliveryStepsProps = {
  slug: string;
  month: MonthKeySheet;
  delivery: NonNullable<MonthKeySheet["delivery"]>;
  today: CivilDate;
  mayWrite: boolean;
};

/** From the draft to what waits to be transmitted, step by step. */
export function ApiDeliverySteps({ slug, month, delivery, today, mayWrite }: ApiDeliveryStepsProps) {
  const { made, period, kind } = month;
  const hidden = { operation: slug, delivery: delivery.id };
  return (
    <PageSection
      title="Transmettre à Enedis"
      actions={
        <ButtonLink href={"/documentation/api" as Route} variant="default">
          Documentation de l’interface
        </ButtonLink>
      }
    >
      <p>
        {kind === "dynamic_full"
          ? "Une clé full dynamique ne s’envoie pas par courriel (annexe 5, art. 11.5.1) : elle passe par l’interface, un message par pas et par producteur."
          : "Cette clé passe par l’interface, un message par pas."}{" "}
        Une fois la clé mise en attente, votre connecteur prend ici les messages, les transmet aux API qu’Enedis vous a
        ouvertes, et rapporte chaque réponse.
      </p>
      {made && made.missingCount > 0 && (
        <Notice
          tone="warning"
          title={`${formatCount(made.missingCount, "message serait sans coefficient", "messages seraient sans coefficient")}`}
        >
          Des mesures manquent, et Enedis rejetterait ces pas. Complétez-les puis refaites la clé, ou donnez une valeur
          à ces heures à la main.
        </Notice>
      )}
      {made?.isOtherPerimeter && (
        <Notice tone="warning" title="Le périmètre a changé depuis que cette clé a été faite">
          Enedis attend un coefficient pour chaque consommateur, et aucun autre : refaites la clé.
        </Notice>
      )}
      {delivery.state === "draft" && mayWrite && (
        <>
          <p>
            À transmettre au plus tard le {formatDay(month.deadline)}. Une fois en attente, la clé ne change plus : une
            correction est une nouvelle clé.
          </p>
          <TransmitForm hidden={hidden} today={today} minDay={period.from} />
          <GiveUpForm hidden={hidden} />
        </>
      )}
      {delivery.sentDay && <p>Notifiée par l’interface le {formatDay(delivery.sentDay)}.</p>}
    </PageSection>
  );
}
