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
}
