import type { Route } from "next";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/format-number";
import { NO_SCHEDULE } from "@/lib/format/tariff-words";
import type { PeriodTariffs } from "@/lib/services/tariffs/read-period-tariffs";

const MOST_NAMED = 12;

type UntoldPointsProps = {
  slug: string;
  untold: PeriodTariffs["untold"];
  isNobodyTold: boolean;
  canWrite: boolean;
};

/** Which metering points lack their off-peak hours, and where they are told. */
export function UntoldPoints({ slug, untold, isNobodyTold, canWrite }: UntoldPointsProps) {
  if (untold.length === 0) return null;
  const room = `/operations/${slug}/participants`;
  const tell = <ButtonLink href={`${room}/heures-creuses` as Route}>Renseigner les heures creuses</ButtonLink>;
  if (isNobodyTold) {
    return (
      <EmptyState
        title="Aucune heure creuse n’est renseignée"
        purpose={`Tout est donc « ${NO_SCHEDULE} » ci-dessous : rien n’est compté en Base sans le savoir.`}
        needed="le tarif de chaque PRM et ses plages d’heures creuses, écrits sur la facture de son fournisseur."
        action={canWrite && tell}
      />
    );
  }
  const others = untold.length - MOST_NAMED;
  return (
    <Notice
      tone="warning"
      title={`${formatCount(untold.length, "PRM", "PRM")} sans heures creuses sur toute la période ou une partie`}
      actions={canWrite && tell}
    >
      {untold.slice(0, MOST_NAMED).map(({ prm, name }, index) => (
        <span key={prm}>
          {index > 0 && ", "}
          <Link href={`${room}/prm/${prm}` as Route}>{name}</Link>
        </span>
      ))}
      {others > 0 && ` et ${formatCount(others, "autre", "autres")}`}. L’énergie de ces jours est «{"\u00a0"}
      {NO_SCHEDULE}
      {"\u00a0"}» : elle n’est comptée dans aucun poste.
    </Notice>
  );
}
