/** Points a curve is never drawn with more of: about the pixels a screen has for it. */
export const MAX_POINTS = 1_500;
