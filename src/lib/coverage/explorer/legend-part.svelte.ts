import LegendHistogram from '../../map/LegendHistogram.svelte';
import { Part } from '../../ui/part';

/** Taken over apart from its map. */
export const legendPart = Part.within('legend', LegendHistogram);
