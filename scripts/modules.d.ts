declare module 'compression' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	import type { BrotliOptions } from 'node:zlib';

	/** A middleware that packs what is worth it, for whoever accepts it. */
	export default function compression(options: {
		/** Of gzip, 0–9. */
		level: number;
		brotli: BrotliOptions;
	}): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}

declare module 'subset-font' {
	/** The characters of a font that `text` is made of. */
	export default function subsetFont(
		font: Uint8Array,
		text: string,
		options: { targetFormat: 'woff2' | 'truetype' },
	): Promise<Uint8Array>;
}
