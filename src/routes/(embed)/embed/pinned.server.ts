import { error, type RequestEvent } from '@sveltejs/kit';
import {
	findVersion,
	readVersion,
	type PublishedUnit,
	type Version,
} from '$lib/coverage/record/read-version.server';

export interface Pinned {
	version: Version;
	/** What was public under its number, and is so for ever. */
	units: PublishedUnit[];
}

/** The version of a place that `?thang=…&so=…` names; null where the address asks for what is newest. */
export async function readPinned(
	{ locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
	scopeUnitId: number,
): Promise<Pinned | null> {
	const [period, number] = [url.searchParams.get('thang'), url.searchParams.get('so')];
	if (number === null) return null;
	const { database } = locals.handle;
	const isVersion = period !== null && /^\d{1,15}$/.test(number);
	const version =
		isVersion && (await findVersion(database, scopeUnitId, { period, number: Number(number) }));
	if (!version) error(404, 'notFound');
	return { version, units: await readVersion(database, scopeUnitId, version) };
}
