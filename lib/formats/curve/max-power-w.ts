/** A gigawatt: beyond any operation (5 MW of production), so a broken value. [W] */
export const MAX_POWER_W = 1e9;
