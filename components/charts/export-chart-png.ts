import { downloadFile } from "@/components/ui/download-file";

const SVG = "http://www.w3.org/2000/svg";
const SCALE = 2; // sharp in a printed report
const PADDING = 16;
const LEGEND_LINE = 22;
const TITLE_HEIGHT = 48;

// What an SVG drawn as an image would lose: it has neither our style sheets nor our variables.
const DRAWN = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

type PngOptions = { title: string; subtitle: string; fileName: string };

/**
 * Saves a chart as PNG with its title and legend, in the light colours of paper.
 *
 * @param figure - Holds `[data-plot] svg` and `[data-legend-item]`s.
 * @returns Whether it could.
 */
export async function exportChartPng(figure: HTMLElement, { title, subtitle, fileName }: PngOptions): Promise<boolean> {
  const svg = inLightScheme(() => composeSvg(figure, title, subtitle));
  const png = svg && (await rasterise(svg));
  if (!png) return false;
  downloadFile(`${fileName}.png`, png);
  return true;
}

function composeSvg(figure: HTMLElement, title: string, subtitle: string): SVGSVGElement | null {
  const plot = figure.querySelector<SVGSVGElement>("[data-plot] svg");
  if (!plot) return null;
  const { width: plotWidth, height: plotHeight } = plot.getBoundingClientRect();
  const width = Math.ceil(plotWidth) + 2 * PADDING;
  const legend = layOutLegend(figure, width);
  const top = TITLE_HEIGHT + legend.height;
  const height = Math.ceil(top + plotHeight + PADDING);

  const root = element("svg", { xmlns: SVG, width, height, "font-family": "Inter, system-ui, sans-serif" });
  root.append(element("rect", { width, height, fill: "#ffffff" }));
  root.append(text(title, { x: PADDING, y: 22, "font-size": 16, "font-weight": 600 }));
  root.append(text(subtitle, { x: PADDING, y: 40, "font-size": 13, fill: "#586368" }));
  root.append(legend.group);
  root.append(placed(drawnCopy(plot), PADDING, top, plotWidth, plotHeight));
  return root as SVGSVGElement;
}

function layOutLegend(figure: HTMLElement, width: number): { group: SVGElement; height: number } {
  const group = element("g", { transform: `translate(0 ${TITLE_HEIGHT + 4})` });
  let x = PADDING;
  let line = 0;
  for (const item of figure.querySelectorAll<HTMLElement>("[data-legend-item]")) {
    const swatch = item.querySelector("svg");
    const { width: itemWidth } = item.getBoundingClientRect();
    if (x > PADDING && x + itemWidth > width - PADDING) {
      x = PADDING;
      line += 1;
    }
    if (swatch) group.append(placed(drawnCopy(swatch), x, line * LEGEND_LINE, 20, 14));
    const words = [...item.querySelectorAll("span, strong")].map(({ textContent }) => textContent).join("\u00a0: ");
    group.append(text(words, { x: x + 28, y: line * LEGEND_LINE + 12, "font-size": 13 }));
    x += itemWidth + 24;
  }
  return { group, height: (line + 1) * LEGEND_LINE + 8 };
}

function drawnCopy(original: Element): Element {
  const copy = original.cloneNode(true) as Element;
  const originals = [original, ...original.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, node] of originals.entries()) {
    const style = getComputedStyle(node);
    for (const property of DRAWN) copies[index]?.setAttribute(property, style.getPropertyValue(property));
    copies[index]?.removeAttribute("style");
  }
  return copy;
}

function placed(svg: Element, x: number, y: number, width: number, height: number): Element {
  for (const [name, value] of Object.entries({ x, y, width, height })) svg.setAttribute(name, String(value));
  return svg;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

function text(content: string, attributes: Record<string, string | number>): SVGElement {
  const node = element("text", { fill: "#192024", ...attributes });
  node.textContent = content;
  return node;
}

// Read in one task: the browser computes the light colours but never paints them.
function inLightScheme<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const scheme = dataset.mantineColorScheme;
  dataset.mantineColorScheme = "light";
  try {
    return read();
  } finally {
    if (scheme) dataset.mantineColorScheme = scheme;
  }
}

async function rasterise(svg: SVGSVGElement): Promise<Blob | null> {
  const source = new Blob([new XMLSerializer().serializeToString(svg)], { type: "image/svg+xml" });
  const url = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
