import type { Duty } from './duty';

/** Pages of the menu, by their routes. `review` is what an approver does with `reports`. */
const routes = {
	map: '/(public)',
	search: '/(public)/search',
	method: '/(public)/method',
	areas: '/(internal)/areas',
	due: '/(internal)/reports/due',
	entry: '/(internal)/entry',
	reports: '/(internal)/reports',
	review: '/(internal)/reports',
	status: '/(internal)/reports/status',
	awards: '/(internal)/awards',
	ranking: '/(internal)/ranking',
	brief: '/(internal)/brief',
	wall: '/(wall)/wall',
	inquiries: '/(internal)/inquiries',
	targets: '/(internal)/targets',
	plans: '/(internal)/plans',
	directives: '/(internal)/directives',
	meetings: '/(internal)/meetings',
	inspections: '/(internal)/inspections',
	teams: '/(internal)/teams',
	activities: '/(internal)/activities',
	tickets: '/(internal)/tickets',
	practices: '/(public)/practices',
	'practices-review': '/(internal)/practices-review',
	library: '/(internal)/library',
	delegations: '/(internal)/delegations',
	leaders: '/(internal)/administration/leaders',
	administration: '/(internal)/administration',
} as const;
export type MenuPage = keyof typeof routes;

/** What stands in the header: few, the most usual first. */
const daily: Record<Duty, readonly MenuPage[]> = {
	reporter: ['due', 'entry', 'activities', 'tickets'],
	officer: ['status', 'due', 'entry', 'teams'],
	approver: ['review', 'status', 'tickets', 'teams'],
	committee: ['awards', 'ranking', 'brief', 'practices'],
	administrator: ['administration', 'review', 'status', 'teams'],
	viewer: ['brief', 'wall', 'ranking', 'status'],
};

type MenuGroup = 'reporting' | 'figures' | 'teams' | 'managing';

/** All pages, by subject. */
const subjects: readonly { name: MenuGroup; pages: readonly MenuPage[] }[] = [
	{
		name: 'reporting',
		pages: ['areas', 'due', 'entry', 'reports', 'review', 'status', 'inquiries'],
	},
	{
		name: 'figures',
		pages: ['map', 'ranking', 'awards', 'brief', 'wall', 'targets', 'search', 'method'],
	},
	{
		name: 'teams',
		pages: [
			'teams',
			'activities',
			'plans',
			'directives',
			'meetings',
			'inspections',
			'tickets',
			'practices',
			'practices-review',
			'library',
		],
	},
	{ name: 'managing', pages: ['leaders', 'delegations', 'administration'] },
];

export interface MenuEntry {
	name: MenuPage;
	path: string;
}

export interface Menu {
	daily: MenuEntry[];
	groups: { name: MenuGroup; entries: MenuEntry[] }[];
}

const pathOf = (name: MenuPage): string =>
	name === 'map' ? '/map' : routes[name].replace(/^\/\(\w+\)/, '');

/**
 * The menu of somebody signed in: what they do daily, and by subject whatever else they may open.
 * @param mayOpen says so of a route.
 */
export function menuOf(
	duty: Duty | null,
	mayOpen: (route: string) => boolean,
	{ hasUnitsBelow, hasAreas = false }: { hasUnitsBelow: boolean; hasAreas?: boolean },
): Menu {
	const administers = mayOpen('/(internal)/administration/users');
	const reviews = mayOpen('/(internal)/delegations');
	// Of two doors to one room the one that fits.
	const unfit = new Set<MenuPage>([
		reviews ? 'reports' : 'review',
		mayOpen('/(internal)/practices-review') ? 'practices' : 'practices-review',
		administers || !hasUnitsBelow ? 'leaders' : 'administration',
		...(administers ? [] : ['administration' as const]),
		...(hasAreas ? [] : ['areas' as const]),
	]);
	const open = (names: readonly MenuPage[]): MenuEntry[] =>
		names
			.filter((name) => !unfit.has(name) && mayOpen(routes[name]))
			.map((name) => ({ name, path: pathOf(name) }));

	const usual = duty === null ? (['map'] as const) : daily[duty];
	// Where the day begins, as `homeOf` says.
	const first = open(duty === 'viewer' ? (['areas', ...usual] as const) : usual).slice(0, 4);
	const groups = subjects.map(({ name, pages }) => ({
		name,
		entries: open(pages).filter(({ path }) => !first.some((entry) => entry.path === path)),
	}));
	return { daily: first, groups: groups.filter(({ entries }) => entries.length > 0) };
}
