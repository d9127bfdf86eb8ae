import { HELP_ROOMS } from "./help-rooms";
import type { HelpRoom, HelpTopic } from "./help-topic";

export type FoundHelp = { readonly room: HelpRoom; readonly topic: HelpTopic };

type Candidate = FoundHelp & { readonly segments: readonly string[]; readonly named: number };

const CANDIDATES: readonly Candidate[] = HELP_ROOMS.flatMap((room) =>
  room.topics.flatMap((topic) =>
    topic.routes.map((route) => {
      const segments = segmentsOf(route);
      return { room, topic, segments, named: segments.filter((segment) => !isVariable(segment)).length };
    }),
  ),
);

/**
 * The help of the screen at an address.
 *
 * @param pathname - Without search: `/operations/saint-exemple/mesures`. A route as its folders are named works too.
 * @returns `null` when the address is no screen's. `…/prm/nouveau` wins over `…/prm/[prm]`, as it does in the router.
 */
export function findHelpTopic(pathname: string): FoundHelp | null {
  const asked = segmentsOf(pathname);
  let best: Candidate | null = null;
  for (const candidate of CANDIDATES) {
    if (fits(candidate.segments, asked) && candidate.named > (best?.named ?? -1)) best = candidate;
  }
  return best && { room: best.room, topic: best.topic };
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function fits(route: readonly string[], asked: readonly string[]): boolean {
  return (
    route.length === asked.length && route.every((segment, index) => isVariable(segment) || segment === asked[index])
  );
}

function isVariable(segment: string): boolean {
  return segment.startsWith("[");
}
