"use client";

import { Group, MultiSelect, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { type ErrorOf, RegistryForm } from "@/components/registry/registry-form";
import type { HolidayRegion } from "@/lib/domain/deadlines/holiday-region";
import { lastRequestDay } from "@/lib/domain/requests/last-request-day";
import type { RequestKind } from "@/lib/domain/requests/request-kind";
import { SUSPENSION_GROUNDS } from "@/lib/domain/requests/suspension-ground";
import type { CoefficientKind } from "@/lib/domain/settlement/coefficient-key";
import { isCivilDate } from "@/lib/domain/time/civil-date";
import { KEY_KIND_MEANINGS, KEY_KINDS } from "@/lib/format/coefficient-words";
import { formatDay } from "@/lib/format/format-date";
import { describeRoles } from "@/lib/format/perimeter-words";
import { SUSPENSION_GROUND_TEXTS } from "@/lib/format/request-words";
import type { MovableSite, RequestForm as StartValues } from "@/lib/services/requests/read-request-form";
import { saveRequestAction } from "./actions";
import { ShareFields } from "./share-fields";

export type RequestFormProps = {
  operation: string;
  kind: RequestKind;
  start: StartValues;
  /** The request that is written over; empty for a new one. */
  request: string;
  reason: string | null;
  ground: string | null;
  minDay: string;
  region: HolidayRegion;
  /** A version of the key that is sent as it is; null: values of the request's own. */
  version: string | null;
};

const KEY_KIND_CHOICES = ["static", "dynamic_simple", "dynamic_full", "default"] as const;

/** What a request asks, by its kind; nothing is sent yet. */
export function RequestForm(props: RequestFormProps) {
  const { operation, kind, start, request } = props;
  const [lines, setLines] = useState(() => start.movable.filter(({ isChosen }) => isChosen).map(lineOf));
  const [keyKind, setKeyKind] = useState<CoefficientKind | null>(
    props.version === null ? startKind(kind, start) : null,
  );
  const moved = new Map(
    lines.map((value) => {
      const [move = "", id = ""] = value.split("|");
      return [id, { move, isConsumer: value.includes("consumer") }] as const;
    }),
  );
  const shared = start.shared.filter(({ meteringPointId, isConsumer }) => {
    const own = moved.get(meteringPointId);
    return own?.isConsumer ? own.move === "entry" : isConsumer;
  });
  return (
    <RegistryForm
      label="Demande au gestionnaire"
      submit={request === "" ? "Vérifier la demande" : "Enregistrer et vérifier"}
      action={saveRequestAction}
      hidden={{
        ...{ operation, kind, request },
        ...(keyKind === null || kind === "coefficient_kind" ? {} : { keyKind }),
        ...(props.version === null ? {} : { version: props.version }),
      }}
    >
      {(errorOf) => (
        <>
          {kind === "perimeter" && (
            <MoveFields movable={start.movable} lines={lines} onChange={setLines} error={errorOf("lines")} />
          )}
          {kind === "coefficient_kind" && props.version === null && (
            <KeyKindChoice value={keyKind} inForce={start.kindInForce} onChange={setKeyKind} errorOf={errorOf} />
          )}
          {kind === "suspension" && <GroundChoice ground={props.ground} errorOf={errorOf} />}
          <WantedDay {...props} errorOf={errorOf} />
          {keyKind === "static" && <ShareFields sites={shared} error={errorOf("percents")} />}
          <Textarea
            name="reason"
            label="Motif"
            description="Facultatif : il est écrit dans la lettre au gestionnaire. Ne nommez personne."
            defaultValue={props.reason ?? ""}
            maxLength={500}
            error={errorOf("reason")}
            autosize
            minRows={2}
            maw={640}
          />
        </>
      )}
    </RegistryForm>
  );
}

function startKind(kind: RequestKind, { kindInForce, keyKind }: StartValues): CoefficientKind | null {
  if (kind === "static_values") return "static";
  if (kind === "coefficient_kind") return keyKind;
  return kind === "perimeter" && kindInForce === "static" ? "static" : null;
}

const lineOf = ({ move, meteringPointId, roles }: MovableSite): string =>
  `${move}|${meteringPointId}|${roles.join("+")}`;

type MoveFieldsProps = {
  movable: readonly MovableSite[];
  lines: readonly string[];
  onChange: (lines: string[]) => void;
  error: string | undefined;
};

/** Who enters and who leaves; what the registry plans is chosen already. */
function MoveFields({ movable, lines, onChange, error }: MoveFieldsProps) {
  const field = (move: MovableSite["move"], label: string, description: string, none: string) => {
    const sites = movable.filter((site) => site.move === move);
    const values = new Set(sites.map(lineOf));
    return (
      <MultiSelect
        label={label}
        description={sites.length === 0 ? none : description}
        data={sites.map((site) => ({
          value: lineOf(site),
          label: `${site.name} · ${describeRoles(site.roles, site.roles.length > 1).toLowerCase()} · ${site.prm}`,
        }))}
        value={lines.filter((line) => values.has(line))}
        onChange={(chosen) => onChange([...lines.filter((line) => !values.has(line)), ...chosen])}
        error={error}
        searchable
        nothingFoundMessage="Aucun PRM de ce nom"
        disabled={sites.length === 0}
        maw={640}
      />
    );
  };
  return (
    <>
      {field(
        "entry",
        "Entrent dans le périmètre",
        "Les PRM du registre qui ne participent pas ; ceux dont l’entrée est prévue sont déjà choisis.",
        "Aucun PRM à faire entrer : ajoutez-le d’abord dans « Participants ».",
      )}
      {field(
        "exit",
        "Sortent du périmètre",
        "Ceux dont la sortie est prévue à votre demande sont déjà choisis.",
        "Aucun PRM ne participe.",
      )}
      {lines.map((line) => (
        <input key={line} type="hidden" name="lines" value={line} />
      ))}
    </>
  );
}

type KeyKindChoiceProps = {
  value: CoefficientKind | null;
  inForce: CoefficientKind;
  onChange: (kind: CoefficientKind) => void;
  errorOf: ErrorOf;
};

function KeyKindChoice({ value, inForce, onChange, errorOf }: KeyKindChoiceProps) {
  return (
    <Radio.Group
      name="keyKind"
      label="Nouveau type de coefficients"
      description={`En vigueur : ${KEY_KINDS[inForce]}.`}
      value={value}
      onChange={(kind) => onChange(kind as CoefficientKind)}
      error={errorOf("keyKind")}
    >
      <Stack gap="xs" mt="xs">
        {KEY_KIND_CHOICES.filter((kind) => kind !== inForce).map((kind) => (
          <Radio key={kind} value={kind} label={KEY_KINDS[kind]} description={KEY_KIND_MEANINGS[kind]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function GroundChoice({ ground, errorOf }: { ground: string | null; errorOf: ErrorOf }) {
  return (
    <Radio.Group name="ground" label="Motif de la suspension" defaultValue={ground} error={errorOf("ground")}>
      <Stack gap="xs" mt="xs">
        {SUSPENSION_GROUNDS.map((each) => (
          <Radio key={each} value={each} label={SUSPENSION_GROUND_TEXTS[each]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** The wanted day, and until when the request can leave for it. */
function WantedDay({ kind, start, minDay, region, errorOf }: RequestFormProps & { errorOf: ErrorOf }) {
  const [day, setDay] = useState<string>(start.wantedDay);
  const last = isCivilDate(day) ? lastRequestDay(kind, day, region) : null;
  return (
    <Group align="flex-end">
      <TextInput
        type="date"
        name="wantedDay"
        label={kind === "termination" ? "Fin souhaitée" : "Effet souhaité le"}
        description={describeNotice(kind, start.earliest)}
        value={day}
        min={minDay}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
        error={errorOf("wantedDay")}
        required
        maw={480}
      />
      {last !== null && (
        <p aria-live="polite">
          Pour un effet le {formatDay(day)}, à envoyer au plus tard le <strong>{formatDay(last)}</strong>.
        </p>
      )}
    </Group>
  );
}

function describeNotice(kind: RequestKind, earliest: string): string {
  if (kind === "termination") {
    return `Deux mois de préavis au moins, et jamais moins de trois mois après l’envoi de la lettre (art. 8.5.1). Au plus tôt le ${formatDay(earliest)}.`;
  }
  const notice =
    kind === "suspension" ? "10 jours calendaires après la lettre (art. 8.6.1)" : "15 jours ouvrés de préavis";
  return `${notice}. Envoyée aujourd’hui, elle peut prendre effet dès le ${formatDay(earliest)}.`;
}
