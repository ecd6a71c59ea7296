/** What the law calls a place that is harder to serve; most places are neither. */
export const terrains = ['mountain', 'island'] as const;
export type Terrain = (typeof terrains)[number];
