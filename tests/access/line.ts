import type { Sample } from "../support/access/sample";

type OfSample<T> = T | ((sample: Sample) => T);
type Fields = Readonly<Record<string, string>>;

/** How an entrance is called. Parts of addresses and fields of forms that stand in the sample under the same name come from there. */
export type AccessCall = {
  /** Of the row of README « Who may do what ». */
  readonly tag: string;
  /** Of a path of the accounts library; POST when it is not said. */
  readonly method?: "GET";
  readonly query?: OfSample<Fields>;
  /** Fields of an action's form beside those of the sample. */
  readonly form?: OfSample<Fields>;
  /** The arguments of an action that takes no form. */
  readonly input?: OfSample<readonly unknown[]>;
  /** The JSON a route is sent. */
  readonly json?: OfSample<unknown>;
  /** About the caller, or about what he names: anybody of the right role somewhere may. */
  readonly isOwn?: true;
  /** Of the collectivity, and for whoever reads any one of its operations. */
  readonly isOfEveryOperation?: true;
  /** Somebody who owes a second factor needs it to switch one on, or to look after his account. */
  readonly isOpenWhileOwing?: true;
  /** A page that tells who may not read it why, instead of not being there: the title of that notice. */
  readonly saysWhy?: string;
  /** It takes away what other calls need, a session or an audit: it is called last, by each with a session of his own. */
  readonly endsSomething?: true;
  /** The sample has nothing of this kind: who is allowed finds nothing either. */
  readonly isAbsent?: true;
};

/** The lines of one area by the name of the entrance: only its tag when nothing else is to be said. */
export type AccessLines = Readonly<Record<string, string | AccessCall>>;
