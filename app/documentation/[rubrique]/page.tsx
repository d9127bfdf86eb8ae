import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TopicView } from "@/components/help/topic-view";
import { PageHeader } from "@/components/ui/page-header";
import { PageSection } from "@/components/ui/page-section";
import { HELP_ROOMS } from "@/lib/content/help/help-rooms";

type RoomHelpProps = PageProps<"/documentation/[rubrique]">;

export async function generateMetadata({ params }: RoomHelpProps): Promise<Metadata> {
  const { rubrique } = await params;
  return { title: `Aide : ${HELP_ROOMS.find(({ slug }) => slug === rubrique)?.title ?? "page introuvable"}` };
}

/** The help of a room, screen by screen. */
export default async function RoomHelpPage({ params }: RoomHelpProps) {
  const { rubrique } = await params;
  const room = HELP_ROOMS.find(({ slug }) => slug === rubrique);
  if (!room) notFound();
  return (
    <>
      <PageHeader title={room.title} lead={room.lead} />
      {room.topics.map((topic) => (
        <PageSection key={topic.anchor} title={topic.title} anchor={topic.anchor}>
          <TopicView topic={topic} />
        </PageSection>
      ))}
    </>
  );
}
