import type { Locale } from './index';

/** First segment of a route → the same in the address bar. English puts `/en` in front. */
const segments: Record<string, string> = {
	commune: 'xa',
	search: 'tim-xa',
	method: 'phuong-phap',
	structure: 'dia-gioi-hien-nay',
	wall: 'man-hinh-lon',
	ranking: 'xep-hang',
	reports: 'bao-cao',
	entry: 'nhap-lieu',
	teams: 'to-cong-nghe-so',
	badge: 'the-thanh-vien',
	activities: 'hoat-dong',
	tickets: 'kien-nghi',
	practices: 'cach-lam-hay',
	'practices-review': 'gui-cach-lam-hay',
	library: 'tai-lieu',
	targets: 'chi-tieu',
	brief: 'tom-tat',
	delegations: 'uy-quyen',
	administration: 'quan-tri',
	account: 'tai-khoan',
	'sign-in': 'dang-nhap',
	'sign-out': 'dang-xuat',
	forbidden: 'tu-choi',
};
const routes = Object.fromEntries(Object.entries(segments).map(([route, shown]) => [shown, route]));

/** `/commune/07294` → `/xa/07294` or `/en/xa/07294`. */
export function toAddress(path: string, locale: Locale): string {
	const [, first = '', ...rest] = path.split('/');
	const shown = ['', segments[first] ?? first, ...rest].join('/');
	return locale === 'vi' ? shown : shown === '/' ? '/en' : `/en${shown}`;
}

/** The reverse: which locale an address is in, and the route it stands for. */
export function fromAddress(pathname: string): { locale: Locale; path: string } {
	const english = pathname === '/en' || pathname.startsWith('/en/');
	const shown = english ? pathname.slice(3) || '/' : pathname;
	const [, first = '', ...rest] = shown.split('/');
	// A route's own English name is not an address: each page has exactly one.
	const route = routes[first] ?? (first in segments ? 'not-found' : first);
	return { locale: english ? 'en' : 'vi', path: ['', route, ...rest].join('/') };
}
