import type { Route } from "next";
import Link from "next/link";
import { formatDay } from "@/lib/format/format-date";
import { formatKw, formatKwh } from "@/lib/format/format-energy";
import { formatNumber, formatQuantity, UNKNOWN } from "@/lib/format/format-number";
import { describeRoles, ENERGY_SOURCES, VOLTAGES } from "@/lib/format/perimeter-words";
import type { readMeteringPointSheet } from "@/lib/services/registry/read-metering-point-sheet";

type Point = NonNullable<Awaited<ReturnType<typeof readMeteringPointSheet>>>["point"];

/** A metering point as a list of terms and values. */
export function describePoint(point: Point, lastMeasuredDay: string | null, holderHref: string) {
  const roles = point.stays.map(({ role }) => role);
  return [
    { label: "PRM", value: point.prm },
    { label: "Titulaire", value: <Link href={holderHref as Route}>{point.participant.name}</Link> },
    { label: "Rôle", value: describeRoles(roles, point.isStorage) },
    { label: "Adresse", value: point.address ?? UNKNOWN },
    { label: "Coordonnées", value: describePlace(point) },
    { label: "Tension", value: point.voltage === null ? UNKNOWN : VOLTAGES[point.voltage] },
    { label: "Compteur", value: describeMeter(point) },
    { label: "Contrat de soutirage", value: point.withdrawalContract ?? UNKNOWN },
    { label: "Puissance souscrite", value: describeKva(point.subscribedPowerVa) },
    { label: "Consommation annuelle estimée", value: formatKwh(point.annualWithdrawalWh, 0) },
    { label: "Surface", value: formatQuantity(point.surfaceM2, "m²") },
    ...(roles.includes("producer") ? describeProducer(point) : []),
    { label: "Dernier jour mesuré", value: formatDay(lastMeasuredDay) },
  ];
}

function describeProducer({ injectionContract, peakPowerW, energySource }: Point) {
  return [
    { label: "Contrat d’injection", value: injectionContract ?? UNKNOWN },
    { label: "Puissance crête installée", value: formatKw(peakPowerW) },
    { label: "Source d’énergie", value: energySource === null ? UNKNOWN : ENERGY_SOURCES[energySource] },
  ];
}

function describePlace({ latitudeDegrees, longitudeDegrees }: Point): string {
  if (latitudeDegrees === null || longitudeDegrees === null) return UNKNOWN;
  return [latitudeDegrees, longitudeDegrees].map((each) => formatNumber(each, { maxDecimals: 5 })).join(" ; ");
}

function describeMeter({ meterNumber, isMeterCommunicating }: Point): string {
  const kind = { true: "communicant", false: "non communicant", null: null }[`${isMeterCommunicating}`];
  return [meterNumber, kind].filter((part) => part !== null).join(", ") || UNKNOWN;
}

const describeKva = (powerVa: number | null) =>
  formatQuantity(powerVa === null ? null : powerVa / 1000, "kVA", { maxDecimals: 1 });
