import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Snapshot } from '../contracts/events';

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

/** The public snapshot as an answer: nothing but its tag to whoever has it already. */
export async function answerWithSnapshot(request: Request, snapshot: Snapshot): Promise<Response> {
	const { json, gzip: packed, tag } = await snapshotFile(snapshot);
	const headers = { 'cache-control': 'public, no-cache', etag: tag, vary: 'accept-encoding' };
	if (request.headers.get('if-none-match') === tag)
		return new Response(null, { status: 304, headers });
	const typed = { 'content-type': 'application/json', ...headers };
	if (!request.headers.get('accept-encoding')?.includes('gzip'))
		return new Response(json, { headers: typed });
	const length = { 'content-encoding': 'gzip', 'content-length': String(packed.length) };
	return new Response(asItIs(packed), { headers: { ...typed, ...length } });
}

/** A body of bytes would be copied for everybody who asks. */
const asItIs = (bytes: Uint8Array) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		},
	});
