import type { MeanHours } from "@/lib/domain/publishing/mean-clock-hours";
import { toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import styles from "./publishing.module.css";

/** The hours of the mean day as a table, closed until it is asked for. */
export function MeanDayTable({ day }: { day: MeanHours }) {
  const kwh = (energyWh: number | null | undefined) => formatNumber(toEnergyUnit(energyWh, "kWh"), { minDecimals: 2 });
  return (
    <details>
      <summary>Les mêmes chiffres en tableau</summary>
      <table className={styles.table}>
        <caption>Énergie moyenne de chaque heure, en kWh</caption>
        <thead>
          <tr>
            <th scope="col">Heure</th>
            <th scope="col">Production</th>
            <th scope="col">Autoconsommé</th>
            <th scope="col">Soutirage</th>
          </tr>
        </thead>
        <tbody>
          {day.productionWh.map((production, hour) => (
            <tr key={nameHour(hour)}>
              <th scope="row">{nameHour(hour)}</th>
              <td>{kwh(production)}</td>
              <td>{kwh(day.selfConsumedWh[hour])}</td>
              <td>{kwh(day.withdrawalWh[hour])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const nameHour = (hour: number) => `${hour} h à ${hour + 1} h`;
