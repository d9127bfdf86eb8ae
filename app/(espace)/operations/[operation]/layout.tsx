import type { Metadata, Route } from "next";
import { Suspense } from "react";
import { GO_LETTERS } from "@/components/help/go-letters";
import { DemonstrationBanner } from "@/components/ui/demonstration-banner";
import { RoomFrame } from "@/components/ui/room-frame";
import { requireOperation } from "@/lib/server/access";
import { CurrentMonth } from "./current-month";

/** Two tabs of two operations are told apart: « Participants · Saint-Exemple · Prorata ». */
export async function generateMetadata({ params }: LayoutProps<"/operations/[operation]">): Promise<Metadata> {
  const { name } = (await requireOperation((await params).operation)).sheet;
  return { title: { template: `%s · ${name} · Prorata`, default: `${name} · Prorata` } };
}

export default async function OperationLayout({ children, params }: LayoutProps<"/operations/[operation]">) {
  const { operation: address } = await params;
  const operation = await requireOperation(address);
  const { slug, name, isDemonstration } = operation.sheet;
  const room = (path: string) => `/operations/${slug}${path}` as Route;
  return (
    <RoomFrame
      name={name}
      rooms={[
        { label: "Tableau de bord", go: GO_LETTERS.dashboard, href: room(""), isExact: true },
        { label: "Participants", go: GO_LETTERS.participants, href: room("/participants") },
        { label: "Mesures", go: GO_LETTERS.measures, href: room("/mesures") },
        { label: "Coefficients", go: GO_LETTERS.coefficients, href: room("/coefficients") },
        { label: "Périodes", go: GO_LETTERS.periods, href: room("/periodes") },
        { label: "Échéances", go: GO_LETTERS.deadlines, href: room("/echeances") },
      ]}
      settings={{ label: "Réglages", go: GO_LETTERS.settings, href: room("/reglages") }}
      context={
        <Suspense fallback={null}>
          <CurrentMonth operation={operation} />
        </Suspense>
      }
    >
      {isDemonstration && <DemonstrationBanner />}
      {children}
    </RoomFrame>
  );
}
