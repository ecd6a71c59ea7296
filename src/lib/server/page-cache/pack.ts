import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Text, and drawings that are text; a picture or an archive is packed already. */
export const isPackable = (type: string): boolean =>
	/^text\/|[/+](json|xml|javascript)\b/.test(type);

/** In the thread pool, and small rather than fast: many get it. */
export async function pack(body: Buffer): Promise<Record<Encoding, Buffer>> {
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: 6,
		[constants.BROTLI_PARAM_SIZE_HINT]: body.length,
	};
	const [br, zipped] = await Promise.all([brotli(body, { params }), zip(body, { level: 6 })]);
	return { br, gzip: zipped };
}

/** The smallest that a browser takes; undefined where it takes neither. */
export const encodingFor = (accepted: string | string[] | undefined): Encoding | undefined => {
	const names = String(accepted ?? '')
		.split(',')
		.filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
		.map((part) => part.split(';')[0]?.trim());
	return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
};
