type Sign = readonly [pattern: RegExp, words: string];

// The order matters: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
const BROWSERS: readonly Sign[] = [
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/Chrome\/|\bCriOS\/|\bChromium\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly Sign[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b|\bX11\b/, "Linux"],
];

/** The browser and the system of a session in a few words, to tell one’s devices apart: « Firefox sur Windows ». */
export function describeUserAgent(userAgent: string | null): string {
  const text = userAgent ?? "";
  const browser = wordsOf(BROWSERS, text);
  const system = wordsOf(SYSTEMS, text);
  if (browser && system) return `${browser} sur ${system}`;
  if (browser) return browser;
  return system ? `Navigateur inconnu sur ${system}` : "Navigateur inconnu";
}

function wordsOf(signs: readonly Sign[], text: string): string | undefined {
  return signs.find(([pattern]) => pattern.test(text))?.[1];
}
