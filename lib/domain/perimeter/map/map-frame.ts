/** The drawing's size, and what stays free around the points. [px] */
export type MapSize = { readonly width: number; readonly height: number; readonly margin: number };

/** A square of a tiled background, where it is drawn. [px] */
export type MapTile = {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
  readonly left: number;
  readonly top: number;
};

/** Where everything stands in a drawing whose top is the north. */
export type MapFrame = {
  /** In the order of the places; y goes down. [px] */
  readonly positions: readonly { readonly x: number; readonly y: number }[];
  /** At the middle of the drawing. [m] */
  readonly metresPerPixel: number;
  /** Empty without a background. */
  readonly tiles: readonly MapTile[];
};
