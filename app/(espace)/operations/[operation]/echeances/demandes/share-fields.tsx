"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useState } from "react";
import { splitByWeight } from "@/lib/domain/coefficients/split-by-weight";
import { formatPpm } from "@/lib/format/format-percent";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";
import type { SharedSite } from "@/lib/services/requests/read-request-form";
import styles from "./requests.module.css";

const UNIT_PPM = 100; // two decimals of a percent, as annexe 2 has them
const PPM_PER_PERCENT = 10_000;
const WHOLE_PPM = 1_000_000;

const toText = (ppm: number | null): string => (ppm === null ? "" : String(ppm / PPM_PER_PERCENT).replace(".", ","));

/** The coefficient of every consumer once the request is in effect, and what they add up to. */
export function ShareFields({ sites, error }: { sites: readonly SharedSite[]; error: string | undefined }) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const textOf = ({ meteringPointId, ppm }: SharedSite) => texts[meteringPointId] ?? toText(ppm);
  const shares = sites.map((site) => parsePercentPpm(textOf(site)) ?? 0);
  const sum = shares.reduce((total, ppm) => total + ppm, 0);

  function scale() {
    const { ppm } = splitByWeight(shares, UNIT_PPM);
    setTexts(Object.fromEntries(sites.map(({ meteringPointId }, n) => [meteringPointId, toText(ppm[n] ?? 0)])));
  }

  return (
    <fieldset className={styles.shares}>
      <legend>Coefficients de tous les consommateurs (%)</legend>
      <p>La demande les comprend tous, y compris ceux qui ne changent pas (art. 3.2.1 et 4.3).</p>
      {/* What is wrong with them all is said once, where the cursor then goes. */}
      <div className={styles.grid}>
        {sites.map((site, n) => (
          <TextInput
            key={site.meteringPointId}
            name={`percent:${site.meteringPointId}`}
            label={site.name}
            description={site.prm}
            value={textOf(site)}
            onChange={({ currentTarget }) => {
              const text = currentTarget.value;
              setTexts((current) => ({ ...current, [site.meteringPointId]: text }));
            }}
            error={
              parsePercentPpm(textOf(site) || "0") === null ? "Un pourcentage, par exemple 12,5" : n === 0 && error
            }
            inputMode="decimal"
            autoComplete="off"
          />
        ))}
      </div>
      <Group>
        <p aria-live="polite">
          Somme : <strong>{formatPpm(sum)}</strong>
          {sum > WHOLE_PPM && " – elle dépasse 100 %"}
          {sum < WHOLE_PPM && " – le reste va au surplus"}
        </p>
        <Button variant="default" size="xs" onClick={scale} disabled={sum === 0 || sum === WHOLE_PPM}>
          Ramener la somme à 100 %
        </Button>
      </Group>
    </fieldset>
  );
}
