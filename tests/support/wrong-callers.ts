import type { TestCollectivity, TestUser } from "./create-test-collectivity";

type Headers = Readonly<Record<string, string>>;

export type WrongCaller = { readonly who: string; readonly code: string; readonly headers: () => Promise<Headers> };

/** Everyone who may not write, with what each is answered; the collectivities are made after the list. */
export function listWrongCallers(
  collectivities: () => { readonly own: TestCollectivity; readonly stranger: TestCollectivity },
): readonly WrongCaller[] {
  return [
    { who: "nobody", code: "UNAUTHENTICATED", headers: async () => ({}) },
    { who: "a stranger", code: "NOT_FOUND", headers: () => cookieOf(collectivities().stranger.users.admin) },
    { who: "an elected member", code: "FORBIDDEN", headers: () => cookieOf(collectivities().own.users.elected) },
    {
      who: "a key for reading",
      code: "READ_ONLY_KEY",
      headers: async () => ({ authorization: `Bearer ${await collectivities().own.users.officer.key("read")}` }),
    },
  ];
}

const cookieOf = async (user: TestUser) => ({ cookie: await user.cookie() });
