import { POST as postToAuth } from "@/app/api/auth/[...all]/route";
import { GET as backFromProvider } from "@/app/api/auth/callback/oidc/route";

/** What a browser does between our pages and the provider's: cookies by origin, redirections one by one. */
export class SignOnBrowser {
  readonly #appUrl: string;
  readonly #cookies = new Map<string, Map<string, string>>();
  // The limiter counts by network: each browser is somewhere else.
  readonly #address = `203.0.113.${Math.ceil(Math.random() * 250)}`;

  constructor(appUrl: string) {
    this.#appUrl = appUrl;
  }

  cookieHeader(origin = this.#appUrl): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Signed in already, as by a password. */
  adopt(cookieHeader: string): void {
    const pairs = cookieHeader.split("; ").map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]);
    this.#cookies.set(this.#appUrl, new Map(pairs));
  }

  async post(path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json", origin: this.#appUrl, ...this.#identity() };
    const answer = await postToAuth(
      new Request(this.#appUrl + path, { method: "POST", headers, body: JSON.stringify(body) }),
    );
    this.#keep(this.#appUrl, answer);
    return answer;
  }

  /** Where the provider is to be asked, or null. */
  async start(purpose: "sign-in" | "link" = "sign-in"): Promise<string | null> {
    const [path, page] = purpose === "link" ? ["/api/auth/link-social", "/compte"] : ["/api/auth/sign-in/social", "/"];
    const errorCallbackURL = purpose === "link" ? "/compte" : "/connexion";
    const answer = await this.post(path as string, { provider: "oidc", callbackURL: page, errorCallbackURL });
    return answer.ok ? ((await answer.json()) as { url: string }).url : null;
  }

  /** Follows the provider's pages, signs in there, and says with which address it sends back; an empty login refuses. */
  async enter(url: string, login: string): Promise<string> {
    let next = url;
    let form: URLSearchParams | null = null;
    for (let hops = 0; hops < 12 && !next.startsWith(this.#appUrl); hops += 1) {
      const { origin } = new URL(next);
      const headers = { cookie: this.cookieHeader(origin) };
      const sent: RequestInit = form === null ? {} : { method: "POST", body: form };
      const answer: Response = await fetch(next, { ...sent, headers, redirect: "manual" });
      this.#keep(origin, answer);
      const location: string | null = answer.headers.get("location");
      form = location === null ? new URLSearchParams({ login }) : null;
      if (location !== null) next = new URL(location, next).href;
    }
    return next;
  }

  /** Comes back from the provider; says where our answer leads. */
  async comeBack(url: string): Promise<string | null> {
    const answer = await backFromProvider(new Request(url, { headers: this.#identity() }));
    this.#keep(this.#appUrl, answer);
    return answer.headers.get("location");
  }

  /** The whole way, from our button to our answer. */
  async signOn(login: string, purpose: "sign-in" | "link" = "sign-in"): Promise<string | null> {
    const url = await this.start(purpose);
    return url === null ? null : this.comeBack(await this.enter(url, login));
  }

  #identity(): Record<string, string> {
    return { cookie: this.cookieHeader(), "x-forwarded-for": this.#address };
  }

  #keep(origin: string, answer: Response): void {
    const kept = this.#cookies.get(origin) ?? new Map<string, string>();
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0/i.test(cookie)) kept.delete(name);
      else kept.set(name, value);
    }
    this.#cookies.set(origin, kept);
  }
}
