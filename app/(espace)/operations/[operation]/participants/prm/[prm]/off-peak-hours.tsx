import {
  setTariffScheduleAction,
  withdrawTariffScheduleAction,
} from "@/app/(espace)/operations/[operation]/participants/heures-creuses/actions";
import { RegistryForm } from "@/components/registry/registry-form";
import { TariffScheduleForm } from "@/components/registry/tariff-schedule-form";
import { KeyValues } from "@/components/ui/key-values";
import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { writeClockRanges } from "@/lib/domain/tariffs/write-clock-ranges";
import { describeTariff, describeUnusualDuration } from "@/lib/format/describe-tariff";
import { formatDay } from "@/lib/format/format-date";
import { formatMonths } from "@/lib/format/format-months";
import styles from "./stays.module.css";

type OffPeakHoursProps = {
  operation: string;
  prm: string;
  schedules: readonly DatedTariffSchedule[];
  /** The first day it takes part. */
  firstDay: string;
  canWrite: boolean;
};

/** The tariff and off-peak hours of a metering point, from day to day. */
export function OffPeakHours({ operation, prm, schedules, firstDay, canWrite }: OffPeakHoursProps) {
  const latest = schedules.at(-1);
  return (
    <>
      {schedules.length === 0 && (
        <p>Non renseigné : l’énergie de ce PRM n’est comptée dans aucun poste tarifaire. Voyez sa facture.</p>
      )}
      <KeyValues
        items={schedules.map((schedule) => ({
          label: `À partir du ${formatDay(schedule.from)}`,
          value: describeTariff(schedule),
          help: describeUnusualDuration(schedule),
        }))}
      />
      {canWrite && (
        <div className={styles.decisions}>
          <details className={styles.decision}>
            <summary>{latest ? "Changer ou corriger les heures creuses" : "Renseigner les heures creuses"}</summary>
            <TariffScheduleForm
              operation={operation}
              prm={prm}
              fields={fieldsOf(latest, firstDay)}
              action={setTariffScheduleAction}
            />
          </details>
          {latest && (
            <details className={styles.decision}>
              <summary>Retirer la dernière ligne, saisie par erreur</summary>
              <RegistryForm
                label="Retirer les heures creuses"
                submit={`Retirer ce qui vaut à partir du ${formatDay(latest.from)}`}
                action={withdrawTariffScheduleAction}
                hidden={{ operation, prm, from: latest.from }}
                isDestructive
              />
            </details>
          )}
        </div>
      )}
    </>
  );
}

function fieldsOf(latest: DatedTariffSchedule | undefined, firstDay: string) {
  return {
    from: latest?.from ?? firstDay,
    structure: latest?.structure ?? ("peak_off_peak" as const),
    offPeak: latest ? writeClockRanges(latest.offPeak) : "",
    lowSeasonOffPeak: latest?.lowSeasonOffPeak ? writeClockRanges(latest.lowSeasonOffPeak) : "",
    highSeasonMonths: latest?.highSeasonMonths ? formatMonths(latest.highSeasonMonths) : "",
  };
}
