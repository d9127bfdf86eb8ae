import type { Route } from "next";
import { Suspense } from "react";
import { DemonstrationBanner } from "@/components/ui/demonstration-banner";
import { RoomFrame } from "@/components/ui/room-frame";
import { requireOperation } from "@/lib/server/access";
import { CurrentMonth } from "./current-month";

export default async function OperationLayout({ children, params }: LayoutProps<"/operations/[operation]">) {
  const { operation: address } = await params;
  const operation = await requireOperation(address);
  const { slug, name, isDemonstration } = operation.sheet;
  const room = (path: string) => `/operations/${slug}${path}` as Route;
  return (
    <RoomFrame
      name={name}
      rooms={[
        { label: "Tableau de bord", href: room(""), isExact: true },
        { label: "Participants", href: room("/participants") },
        { label: "Mesures", href: room("/mesures") },
        { label: "Coefficients", href: room("/coefficients") },
        { label: "Périodes", href: room("/periodes") },
        { label: "Échéances", href: room("/echeances") },
      ]}
      settings={{ label: "Réglages", href: room("/reglages") }}
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
