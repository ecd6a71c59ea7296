import type { Locale } from './types';

/** First segment of a route → the same in the address bar. English puts `/en` in front. */
const segments: Record<string, string> = {
	map: 'ban-do',
	province: 'tinh',
	commune: 'xa',
	search: 'tim-xa',
	compare: 'so-sanh',
	method: 'phuong-phap',
	structure: 'dia-gioi-hien-nay',
	indicators: 'chi-so',
	data: 'du-lieu',
	corrections: 'thay-doi',
	ledger: 'kien-nghi-cong-khai',
	'correction-request': 'de-nghi-dinh-chinh',
	accessibility: 'tiep-can',
	privacy: 'rieng-tu',
	'site-map': 'ban-do-trang',
	wall: 'man-hinh-lon',
	remote: 'dieu-khien',
	ranking: 'xep-hang',
	reports: 'bao-cao',
	entry: 'nhap-lieu',
	teams: 'to-cong-nghe-so',
	areas: 'dia-ban',
	badge: 'the-thanh-vien',
	activities: 'hoat-dong',
	tickets: 'kien-nghi',
	practices: 'cach-lam-hay',
	'practices-review': 'gui-cach-lam-hay',
	library: 'tai-lieu',
	targets: 'chi-tieu',
	inquiries: 'bao-cao-dot-xuat',
	plans: 'ke-hoach',
	directives: 'van-ban',
	meetings: 'cuoc-hop',
	inspections: 'kiem-tra',
	brief: 'tom-tat',
	delegations: 'uy-quyen',
	administration: 'quan-tri',
	account: 'tai-khoan',
	'sign-in': 'dang-nhap',
	'sign-out': 'dang-xuat',
	awards: 'thi-dua',
	'award-season': 'thi-dua-cong-khai',
	forbidden: 'tu-choi',
	embed: 'nhung',
	'card.png': 'anh-chia-se.png',
	'map.svg': 'ban-do.svg',
	'map.png': 'ban-do.png',
};
/** Rooms of a season of awards or of a commune, the segment after its number. */
const rooms: Record<string, string> = {
	settings: 'quy-dinh',
	criteria: 'tieu-chi',
	calendar: 'lich',
	freeze: 'khoa-so-lieu',
	shortlist: 'danh-sach',
	nominations: 'de-cu',
	council: 'hoi-dong',
	session: 'phien-hop',
	flags: 'dau-hieu',
	'back-checks': 'kiem-tra-ngau-nhien',
	papers: 'van-ban',
	attestation: 'xac-nhan',
	check: 'kiem-chung',
	loudspeaker: 'loa',
	'card.png': 'anh-chia-se.png',
};
/** Pictures of a page, the segment after its own. */
const pictures: Record<string, string> = {
	'card.png': 'anh-chia-se.png',
	'map.svg': 'ban-do.svg',
	'map.png': 'ban-do.png',
};
/** Lists of their own beside that of all teams. */
const teamLists: Record<string, string> = { reestablishment: 'kien-toan', mergers: 'sap-nhap' };

/** Chapters of the method. */
const chapters: Record<string, string> = {
	coverage: 'do-phu',
	enough: 'du-so-lieu',
	legend: 'mau-va-ky-hieu',
	deadlines: 'han-nop',
	approval: 'phe-duyet',
	privacy: 'so-nho',
	mergers: 'sap-nhap',
	awards: 'thi-dua',
	catalogue: 'danh-muc-chi-so',
};

/** Where an address has a room, counted from after the route, and what rooms are called. */
const roomsOf: Record<string, { at: number; rooms: Record<string, string> }> = {
	awards: { at: 1, rooms },
	'award-season': { at: 1, rooms },
	commune: { at: 1, rooms },
	province: { at: 1, rooms: pictures },
	indicators: { at: 1, rooms: pictures },
	compare: { at: 0, rooms: pictures },
	embed: { at: 0, rooms: { commune: 'xa', map: 'ban-do' } },
	teams: { at: 0, rooms: teamLists },
	method: { at: 0, rooms: chapters },
	wall: { at: 0, rooms: { pairing: 'ghep-noi' } },
	administration: { at: 0, rooms: { screens: 'man-hinh' } },
};
const turned = (words: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(words).map(([route, shown]) => [shown, route]));
const routes = turned(segments);

/** The segment that names a room in other words; all others stay. */
const withRoom = (
	route: string,
	rest: string[],
	wordsOf: (rooms: Record<string, string>) => Record<string, string>,
): string[] => {
	const own = roomsOf[route];
	if (!own) return rest;
	const words = wordsOf(own.rooms);
	return rest.map((segment, index) => (index === own.at ? (words[segment] ?? segment) : segment));
};

/** The reverse; a room's own English name is not an address either. */
const fromRoom = (route: string, rest: string[]): string[] =>
	withRoom(route, rest, (words) => ({
		...Object.fromEntries(Object.keys(words).map((room) => [room, 'not-found'])),
		...turned(words),
	}));

/** `/commune/07294` → `/xa/07294` or `/en/xa/07294`. */
export function toAddress(path: string, locale: Locale): string {
	const [, first = '', ...rest] = path.split('/');
	const shown = ['', segments[first] ?? first, ...withRoom(first, rest, (words) => words)].join(
		'/',
	);
	return locale === 'vi' ? shown : shown === '/' ? '/en' : `/en${shown}`;
}

/** The reverse: which locale an address is in, and the route it stands for. */
export function fromAddress(pathname: string): { locale: Locale; path: string } {
	const english = pathname === '/en' || pathname.startsWith('/en/');
	const shown = english ? pathname.slice(3) || '/' : pathname;
	const [, first = '', ...rest] = shown.split('/');
	// A route's own English name is not an address: each page has exactly one.
	const route = routes[first] ?? (first in segments ? 'not-found' : first);
	const path = ['', route, ...fromRoom(route, rest)].join('/');
	return { locale: english ? 'en' : 'vi', path };
}
