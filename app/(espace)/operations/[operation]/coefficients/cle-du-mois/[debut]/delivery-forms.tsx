"use client";

import { Group, NativeSelect, TextInput } from "@mantine/core";
import { RegistryForm } from "@/components/registry/registry-form";
import { answerMonthKeyAction, correctMonthKeyAction, giveUpMonthKeyAction, sendMonthKeyAction } from "./actions";

type DeliveryFormProps = { hidden: { readonly operation: string; readonly delivery: string } };
/** Days as `YYYY-MM-DD`. */
type DatedFormProps = DeliveryFormProps & { today: string; minDay: string };

/** Records the day on which the file left. */
export function SendForm({ hidden, today, minDay }: DatedFormProps) {
  return (
    <RegistryForm label="Noter l’envoi" submit="Noter l’envoi" action={sendMonthKeyAction} hidden={hidden}>
      {(errorOf) => <PastDay name="sentDay" label="Envoyée le" min={minDay} max={today} error={errorOf("sentDay")} />}
    </RegistryForm>
  );
}

/** Puts every step in wait for its transmission. */
export function TransmitForm({ hidden, today, minDay }: DatedFormProps) {
  return (
    <RegistryForm label="Mettre en attente" submit="Mettre en attente" action={sendMonthKeyAction} hidden={hidden}>
      {(errorOf) => (
        <PastDay
          name="sentDay"
          label="Notifiée le"
          description="Jour où la transmission commence : c’est lui que le délai regarde."
          min={minDay}
          max={today}
          error={errorOf("sentDay")}
        />
      )}
    </RegistryForm>
  );
}

/** The operator accepted every step that it did not reject, as said otherwise than step by step. */
export function AcceptAllForm({ hidden, today, minDay }: DatedFormProps) {
  return (
    <RegistryForm
      label="Tout accepté"
      submit="Tout accepté"
      action={answerMonthKeyAction}
      hidden={{ ...hidden, state: "accepted", note: "" }}
    >
      {(errorOf) => (
        <PastDay
          name="day"
          label="Enedis l’a dit le"
          description="Les pas sans réponse comptent alors comme acceptés ; ceux qui ont été rejetés le restent."
          min={minDay}
          max={today}
          error={errorOf("day")}
        />
      )}
    </RegistryForm>
  );
}

/** Keeps what the operator answered. */
export function AnswerForm({ hidden, today, minDay }: DatedFormProps) {
  return (
    <RegistryForm
      label="Réponse d’Enedis"
      submit="Enregistrer la réponse"
      action={answerMonthKeyAction}
      hidden={hidden}
    >
      {(errorOf) => (
        <>
          <Group align="flex-start">
            <NativeSelect
              name="state"
              label="Réponse d’Enedis"
              data={[
                { value: "accepted", label: "acceptée" },
                { value: "refused", label: "refusée" },
              ]}
              error={errorOf("state")}
            />
            <TextInput
              type="date"
              name="day"
              label="Reçue le"
              min={minDay}
              max={today}
              defaultValue={today}
              error={errorOf("day")}
              required
            />
          </Group>
          <TextInput
            name="note"
            label="Ce qu’elle dit (facultatif)"
            maxLength={500}
            error={errorOf("note")}
            maw={640}
          />
        </>
      )}
    </RegistryForm>
  );
}

/** Gives the draft up. */
export function GiveUpForm({ hidden }: DeliveryFormProps) {
  return (
    <RegistryForm
      label="Abandonner ce brouillon"
      submit="Abandonner ce brouillon"
      action={giveUpMonthKeyAction}
      hidden={hidden}
      isDestructive
    />
  );
}

type CorrectFormProps = {
  /** `producer` when full dynamic. */
  hidden: DeliveryFormProps["hidden"] & { readonly producer?: string };
  consumers: readonly { readonly id: string; readonly name: string; readonly prm: string }[];
  /** The one looked at. */
  consumer: string;
  /** `YYYY-MM-DD` */
  firstDay: string;
  lastDay: string;
};

const HOURS = Array.from({ length: 25 }, (_, hour) => ({ value: String(hour), label: `${hour}\u00a0h` }));

/** Gives one consumer a value by hand over some hours of some days. */
export function CorrectForm({ hidden, consumers, consumer, firstDay, lastDay }: CorrectFormProps) {
  const days = { type: "date", min: firstDay, max: lastDay, required: true } as const;
  return (
    <RegistryForm label="Corriger à la main" submit="Corriger" action={correctMonthKeyAction} hidden={hidden}>
      {(errorOf) => (
        <>
          <NativeSelect
            name="consumer"
            label="Consommateur"
            data={consumers.map(({ id, name, prm }) => ({ value: id, label: `${name} (${prm})` }))}
            defaultValue={consumer}
            error={errorOf("consumer")}
            maw={480}
          />
          <Group align="flex-start">
            <TextInput {...days} name="from" label="Du" defaultValue={firstDay} error={errorOf("from")} />
            <TextInput {...days} name="lastDay" label="Au" defaultValue={lastDay} error={errorOf("lastDay")} />
            <NativeSelect name="fromHour" label="De" data={HOURS.slice(0, 24)} defaultValue="0" />
            <NativeSelect name="toHour" label="À" data={HOURS.slice(1)} defaultValue="24" error={errorOf("toHour")} />
          </Group>
          <TextInput
            name="percent"
            label="Coefficient, en %"
            description="Les autres gardent le leur ; la somme de chaque pas reste à 100 % au plus. Là où la clé n’a pas pu être faite, les autres reçoivent 0."
            inputMode="decimal"
            error={errorOf("percent")}
            required
            maw={320}
          />
        </>
      )}
    </RegistryForm>
  );
}

type PastDayProps = {
  name: string;
  label: string;
  description?: string;
  min: string;
  max: string;
  error: string | undefined;
};

/** A day that has come, today unless another is chosen. */
function PastDay(props: PastDayProps) {
  return <TextInput type="date" {...props} defaultValue={props.max} required maw={320} />;
}
