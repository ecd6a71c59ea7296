import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { mapMeasures } from '../../src/lib/contracts/coverage';
import { toAddress } from '../../src/lib/messages/addresses';
import { formats } from '../../src/lib/open-data/files/open-file.server';

export interface Edition {
	period: string;
	number: number;
}

/** Where and when a small province is looked at. */
export interface Place {
	url: string;
	communes: readonly string[];
	months: readonly string[];
	days: readonly string[];
	editions: readonly Edition[];
}

/** Every address at which figures can be read, beside all that the sitemap names. */
export async function publicAddresses(place: Place): Promise<string[]> {
	const sitemap = await (await fetch(`${place.url}/sitemap.xml`)).text();
	const pages = [...sitemap.matchAll(/<loc>[^<]*?:\d+(\/[^<]*)<\/loc>/g)].map(
		([, path]) => path ?? '',
	);
	const vietnamese = pages.filter((path) => !/^\/en(\/|$)/.test(path));
	const newest = place.months[0] ?? '';
	return [
		...new Set([
			...vietnamese,
			...pages.filter((path) => /^\/en\/xa\/[^/]*$|^\/en$|^\/en\/chi-so\/allFive/.test(path)),
			...vietnamese.map((path) => `${path === '/' ? '' : path}/__data.json`),
			...place.months.flatMap((month) => ofMonth(place, vietnamese, month)),
			...place.communes.flatMap((code) => [
				`/xa/${code}.txt`,
				...[
					`/xa/${code}/atom.xml`,
					`/xa/${code}/anh-chia-se.png?thang=${newest}`,
					`/nhung/xa/${code}`,
				],
				...place.days.map((day) => `/xa/${code}/${day}`),
			]),
			...place.editions.flatMap(({ period, number }) => [
				`/nhung/ban-do?thang=${period}&so=${number}`,
				...['communes.json', 'communes.csv'].map((file) => `/du-lieu/${period}/${number}/${file}`),
			]),
			...[...formats.map((format) => `communes.${format}`), 'datapackage.json', 'SHA256SUMS'].map(
				(file) => `/du-lieu/latest/${file}`,
			),
			...mapMeasures.flatMap((measure) => [
				`/api/v1/series?measure=${measure}`,
				`/?ky-nang=${measure}&to-mau=tang-1-thang`,
			]),
			...['/api/v1/data', '/api/v1/openapi.json', '/api/v1/changes?after=0', '/api/v1/search?q=xa'],
			...['/anh-chia-se.png', '/du-lieu/dcat.jsonld', '/thay-doi/atom.xml'],
			...['/robots.txt', '/nhung/ban-do'],
		]),
	];
}

function ofMonth({ communes }: Place, pages: readonly string[], month: string): string[] {
	const query = `?thang=${month}`;
	return [
		...[`/${query}`, `/__data.json${query}`],
		...[`/du-lieu/${month}`, `/api/v1/snapshot?period=${month}`],
		`/so-sanh${query}&${communes.map((code) => `xa=${code}`).join('&')}`,
		...pages
			.filter((path) => /^\/xa\/[^/]+$/.test(path))
			.flatMap((path) => [path, `${path}/loa`, `${path}/__data.json`].map((each) => each + query)),
		...communes.flatMap((code) => [`/xa/${code}.txt${query}`, `/nhung/xa/${code}${query}`]),
		...householdIndicators.map((code) => `${toAddress(`/indicators/${code}`, 'vi')}${query}`),
	];
}

const householdIndicators = ['allFiveShare', 'assistedHouseholds', 'vneidShare'];

/** What is read at an address: its text, or what makes up its bytes where they are no text. */
export async function readAddress(
	url: string,
	path: string,
): Promise<{ status: number; text: string }> {
	const answer = await fetch(url + path);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	return { status: answer.status, text: textOf(bytes, answer.headers.get('content-type') ?? '') };
}

function textOf(bytes: Uint8Array, type: string): string {
	const text = (part: Uint8Array) => Buffer.from(part).toString();
	if (text(bytes.subarray(0, 2)) === 'PK')
		return Object.values(unzipSync(bytes)).map(text).join('\n');
	return type.startsWith('image/png')
		? createHash('sha256').update(bytes).digest('hex')
		: text(bytes);
}
