/** Public pages that every installation has, in the order of the page that lists them; communes come after. */
export const publicPages = [
	'/',
	'/search',
	'/compare',
	'/structure',
	'/indicators',
	'/data',
	'/corrections',
	'/ledger',
	'/correction-request',
	'/method',
	'/practices',
	'/accessibility',
	'/privacy',
	'/site-map',
] as const;
export type PublicPage = (typeof publicPages)[number];
