"use client";

import { Group, NativeSelect, TextInput } from "@mantine/core";
import { formatPpm } from "@/lib/format/format-percent";
import { OFFERED_TIERS, type RuleDraft, sumTypedShares } from "@/lib/schemas/key-rule-draft";
import type { FormConsumer } from "./make-month-key-form";
import styles from "./rule-fields.module.css";

const SHARINGS = [
  { value: "pro_rata", label: "au prorata de ce que chacun soutire" },
  { value: "equal", label: "à parts égales" },
  { value: "fixed", label: "par parts fixes" },
];
const TIERS = Array.from({ length: OFFERED_TIERS }, (_, place) => place + 1);

type TierFieldsProps = {
  consumers: readonly FormConsumer[];
  draft: RuleDraft;
  onChange: (part: Partial<RuleDraft>) => void;
};

/** The tier of each consumer, and how each tier is shared. */
export function TierFields({ consumers, draft, onChange }: TierFieldsProps) {
  const { tierOf, sharings, tierPercents } = draft;
  const used = TIERS.filter((tier) => consumers.some(({ id }) => tierOf[id] === tier));
  return (
    <>
      <fieldset className={styles.fields}>
        <legend>Rang de chaque consommateur</legend>
        <p>Nul ne reçoit plus que ce qu’il soutire. Un consommateur sans rang ne reçoit rien.</p>
        {consumers.map(({ id, name, prm }) => {
          const tier = tierOf[id] ?? 0;
          return (
            <Group key={id} align="flex-start">
              <NativeSelect
                label={name}
                description={`PRM ${prm}`}
                data={[
                  { value: "0", label: "aucun rang" },
                  ...TIERS.map((each) => ({ value: String(each), label: `rang ${each}` })),
                ]}
                value={String(tier)}
                onChange={({ currentTarget }) => onChange({ tierOf: { ...tierOf, [id]: Number(currentTarget.value) } })}
              />
              {tier > 0 && sharings[tier - 1] === "fixed" && (
                <TextInput
                  label={`Part de ${name} dans le rang ${tier}, en %`}
                  inputMode="decimal"
                  value={tierPercents[id] ?? ""}
                  onChange={({ currentTarget }) =>
                    onChange({ tierPercents: { ...tierPercents, [id]: currentTarget.value } })
                  }
                />
              )}
            </Group>
          );
        })}
      </fieldset>
      {used.map((tier) => (
        <NativeSelect
          key={tier}
          label={`Partage dans le rang ${tier}`}
          {...(sharings[tier - 1] === "fixed" ? { description: describeSum(draft, consumers, tier) } : {})}
          data={SHARINGS}
          value={sharings[tier - 1] ?? "pro_rata"}
          onChange={({ currentTarget }) =>
            onChange({ sharings: sharings.with(tier - 1, currentTarget.value as RuleDraft["sharings"][number]) })
          }
          maw={480}
        />
      ))}
    </>
  );
}

function describeSum({ tierOf, tierPercents }: RuleDraft, consumers: readonly FormConsumer[], tier: number): string {
  const members = consumers.filter(({ id }) => tierOf[id] === tier);
  const sum = sumTypedShares(Object.fromEntries(members.map(({ id }) => [id, tierPercents[id] ?? ""])));
  return `Total du rang : ${formatPpm(sum)}, pour 100 %.`;
}
