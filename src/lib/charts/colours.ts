import type { Format } from '../messages/format';

export interface ChartColours {
	line: string;
	ink: string;
	quiet: string;
	rule: string;
	ground: string;
	warn: string;
}

export interface ChartLook {
	colours: ChartColours;
	font: string;
	/** Pixels. */
	fontSize: number;
	/** How the page writes numbers: an axis writes them so, too. */
	format: Pick<Format, 'number' | 'wholeShare'>;
}
