import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { routeAccess } from '../../src/lib/accounts/access/policy.server';
import { mapMeasures } from '../../src/lib/contracts/coverage';
import {
	classingNames,
	colouringNames,
	colouringsOf,
	householdsName,
} from '../../src/lib/coverage/explorer/selection';
import { fromAddress, toAddress } from '../../src/lib/messages/addresses';

export interface Edition {
	period: string;
	number: number;
}

/** Where and when a small province is looked at. */
export interface Place {
	url: string;
	/** Each with the editions in which it changed. */
	communes: readonly { code: string; editions: readonly Edition[] }[];
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
	const vietnamese = pages.filter((path) => !isEnglish(path));
	const otherFormats = ['communes.xlsx', 'communes.geojson', 'datapackage.json', 'SHA256SUMS'];
	return [
		...new Set([
			...vietnamese,
			...englishOf(place, pages),
			...vietnamese.map((path) => `${path === '/' ? '' : path}/__data.json`),
			...place.months.flatMap((month) => ofMonth(place, vietnamese, month)),
			...place.communes.flatMap(({ code, editions }) => [
				...editions.map(({ period, number }) => `/nhung/xa/${code}?thang=${period}&so=${number}`),
				`/xa/${code}.txt`,
				...[
					`/xa/${code}/atom.xml`,
					`/api/oembed?url=${encodeURIComponent(`${place.url}/xa/${code}`)}`,
					`/nhung/xa/${code}`,
				],
				...place.days.flatMap((day) => [`/xa/${code}/${day}`, `/xa/${code}/${day}/__data.json`]),
			]),
			...place.editions.flatMap(({ period, number }) => [
				`/nhung/ban-do?thang=${period}&so=${number}`,
				...['communes.json', 'communes.csv', ...otherFormats].map(
					(file) => `/du-lieu/${period}/${number}/${file}`,
				),
			]),
			...['communes.json', 'communes.csv', ...otherFormats].map(
				(file) => `/du-lieu/latest/${file}`,
			),
			...mapMeasures.flatMap((measure) => [
				`/api/v1/series?measure=${measure}`,
				...colouringsOf(measure).map(
					(colouring) => `/?ky-nang=${measure}&to-mau=${colouringNames[colouring]}`,
				),
			]),
			...Object.values(classingNames).map((classing) => `/?lop=${classing}`),
			...[`/?hinh=${householdsName}`, `/?so-voi=${place.months.at(-1) ?? ''}`],
			...['/api/v1/data', '/api/v1/openapi.json', '/api/v1/changes?after=0', '/api/v1/search?q=xa'],
			...[
				'/ban-do.png',
				'/anh-chia-se.png',
				'/du-lieu/dcat.jsonld',
				'/thay-doi/atom.xml',
				'/sitemap.xml',
			],
			...['/robots.txt', '/nhung/ban-do'],
		]),
	];
}

/** In English all that the sitemap names, and the newest month of one commune: the same figures, in other words. */
function englishOf(place: Place, pages: readonly string[]): string[] {
	const month = place.months[0] ?? '';
	const communes = place.communes.slice(0, 1);
	const [code] = communes.map((commune) => `/xa/${commune.code}`);
	const vietnamese = pages.filter(
		(path) => !isEnglish(path) && (!path.startsWith('/xa/') || path.startsWith(code ?? '')),
	);
	const twins = ofMonth({ ...place, communes }, vietnamese, month).filter(
		(path) => !path.startsWith('/api/'),
	);
	return [
		...pages.filter(isEnglish),
		...twins.map((path) => `/en${path.replace(/^\/(?=\?)/, '')}`),
	];
}

const isEnglish = (path: string) => /^\/en(\/|$)/.test(path);

function ofMonth({ communes }: Place, pages: readonly string[], month: string): string[] {
	const query = `?thang=${month}`;
	return [
		...[`/${query}`, `/__data.json${query}`],
		...[`/du-lieu/${month}`, `/api/v1/snapshot?period=${month}`],
		`/ban-do.svg${query}`,
		...['/so-sanh', '/so-sanh/anh-chia-se.png'].map(
			(path) => `${path}${query}&${communes.map(({ code }) => `xa=${code}`).join('&')}`,
		),
		`${toAddress('/indicators/allFiveShare', 'vi')}/anh-chia-se.png${query}`,
		...pages
			.filter((path) => /^\/xa\/[^/]+$/.test(path))
			.flatMap((path) => [path, `${path}/loa`, `${path}/__data.json`].map((each) => each + query)),
		...communes.flatMap(({ code }) =>
			[`/xa/${code}.txt`, `/xa/${code}/anh-chia-se.png`, `/nhung/xa/${code}`].map(
				(path) => path + query,
			),
		),
		...householdIndicators.map((code) => `${toAddress(`/indicators/${code}`, 'vi')}${query}`),
	];
}

/** What everybody may read and isn't read here, each with the reason. */
const leftOut: Readonly<Record<string, string>> = {
	'/(public)/province/[unit]': 'of a site about the country alone',
	'/(public)/province/[unit]/card.png': 'of a site about the country alone',
	'/(public)/province/[unit]/map.svg': 'of a site about the country alone',
	'/(public)/province/[unit]/map.png': 'of a site about the country alone',
	'/(public)/badge/[token]': 'names a member, for whoever holds the badge',
	'/(public)/practices/[practice]': 'of the practices, of which there are none',
	'/(public)/practices/[practice]/photos/[photo]': 'of the practices, of which there are none',
	'/(public)/award-season/[season]': 'of the seasons, of which there are none',
	'/(public)/award-season/[season]/freeze': 'of the seasons, of which there are none',
	'/(public)/award-season/[season]/check': 'of the seasons, of which there are none',
	'/(public)/(open)/correction-request/[ticket]': 'of what was asked, of which there is nothing',
	'/(public)/sign-in': 'a door',
	'/(public)/sign-in/code/[[code]]': 'a door',
	'/(public)/sign-in/second-factor': 'a door',
	'/(public)/sign-in/new-password': 'a door',
	'/sign-out': 'a door',
	'/(wall)/wall/pairing': 'a door',
	'/(wall)/wall/pairing/state': 'a door',
	'/(public)/forbidden/[...path]': 'a refusal',
	'/(public)/[...path=page]': 'a refusal',
	'/(internal)/entry/shell': 'the same empty form for everybody',
	'/api/v1/boundaries/[hash]': 'outlines, of which there are none',
	'/healthz': 'of the process',
	'/readyz': 'of the process',
};

const patternOf = (route: string) =>
	new RegExp(
		`^${
			route
				.replace(/\/\([a-z]+\)/g, '')
				.replaceAll('.', '\\.')
				.replace(/\/\[\[[a-z]+\]\]/g, '(?:/[^/]+)?')
				.replace(/\[[a-z]+\]/g, '[^/]+') || '/'
		}$`,
	);

/** Routes that everybody may open, none of which is at any of these addresses. */
export function unreadRoutes(addresses: readonly string[]): string[] {
	const paths = addresses.map((address) => fromAddress(address.split('?')[0] ?? '').path);
	return Object.entries(routeAccess)
		.filter(([route, access]) => access === 'everybody' && !(route in leftOut))
		.map(([route]) => route)
		.filter((route) => !paths.some((path) => patternOf(route).test(path)));
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
