import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Snapshot } from '../contracts/events';
import { lifetimes } from '../server/lifetimes';
import type { Readable } from '../server/open-reading';

/** A snapshot as it goes over the wire. */
interface SnapshotFile {
	json: string;
	gzip: Uint8Array;
	/** Another one for another content. */
	tag: string;
}

const compress = promisify(gzip);
const files = new WeakMap<Snapshot, Promise<SnapshotFile>>();

/** Written and compressed once, however many ask for the same snapshot. */
function snapshotFile(snapshot: Snapshot): Promise<SnapshotFile> {
	const written = files.get(snapshot);
	if (written) return written;
	const { number, at, scope, period } = snapshot;
	const tag = `W/"${number}-${scope.id}-${period.code}-${Date.parse(at)}"`;
	const json = JSON.stringify(snapshot);
	const file = compress(json).then((bytes) => ({ json, gzip: bytes, tag }));
	files.set(snapshot, file);
	return file;
}

/** A snapshot as a reading, compressed where that is accepted. */
export async function readableSnapshot(request: Request, snapshot: Snapshot): Promise<Readable> {
	const { json, gzip: packed, tag } = await snapshotFile(snapshot);
	const isPacked = request.headers.get('accept-encoding')?.includes('gzip') === true;
	return {
		tag,
		headers: {
			'content-type': 'application/json',
			'cache-control': lifetimes.now,
			vary: 'accept-encoding',
			...(isPacked && { 'content-encoding': 'gzip' }),
		},
		read: () => Promise.resolve(isPacked ? packed : new TextEncoder().encode(json)),
	};
}
