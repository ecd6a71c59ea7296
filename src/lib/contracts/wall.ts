import type { PlaceName } from './admin-units';
import { parseMoment } from './local-time';
import type { SeasonStep } from './awards/seasons';
import type { Period } from './reports';
import type { TicketCategory } from './tickets';
import type { TrendEvent } from './trend-events';

/** What the wall can show, in the order in which it goes through them. */
export const sceneNames = [
	'night',
	'province',
	'movers',
	'skills',
	'difficulties',
	'teams',
	'season',
] as const;
export type SceneName = (typeof sceneNames)[number];

/** How scenes are called in addresses. */
export const sceneWords: Record<SceneName, string> = {
	night: 'han-nop',
	province: 'tinh',
	movers: 'tien-bo',
	skills: 'ky-nang',
	difficulties: 'kho-khan',
	teams: 'to',
	season: '10-10',
};

export const sceneOfWord = (word: string): SceneName | undefined =>
	sceneNames.find((scene) => sceneWords[scene] === word);

/** What an address, or whoever holds the remote control, has the wall show. */
export interface WallOrder {
	/** Gone through in this order; empty: the calendar chooses. */
	scenes: readonly SceneName[];
	/** For how long each of them is shown. */
	seconds: number;
	/** Code of the commune that the map is zoomed to. */
	commune: string | null;
	/** The wall as it stood then, local time without zone: `2026-10-27T23:00`; null: as it stands now. */
	at: string | null;
	/** Dark on light, for projectors. */
	light: boolean;
}

export const usualSeconds = 17;
const fewestSeconds = 5;
const mostSeconds = 3_600;

/**
 * The one reading of a wall's address: `canh=tinh,han-nop&giay=30&xa=99101&luc=2026-10-27T23:00&nen=sang`.
 * What it can't read it takes as not said: a wall has nobody to tell about a slip.
 */
export function parseWallOrder(query: URLSearchParams): WallOrder {
	const words = (query.get('canh') ?? '').split(',').map((word) => word.trim());
	const seconds = Number(query.get('giay') ?? NaN);
	const at = query.get('luc');
	return {
		scenes: [...new Set(words.flatMap((word) => sceneOfWord(word) ?? []))],
		seconds: Number.isFinite(seconds)
			? Math.min(mostSeconds, Math.max(fewestSeconds, Math.round(seconds)))
			: usualSeconds,
		commune: /^\w{1,20}$/.exec(query.get('xa') ?? '')?.[0] ?? null,
		at: at !== null && parseMoment(at) ? at : null,
		light: query.get('nen') === 'sang',
	};
}

/** A place as figures name it; nobody asks a wall which of several of one name it means. */
export interface NamedPlace extends PlaceName {
	/** Where it lies, if another one below the wall's unit bears the same name. */
	within: PlaceName | undefined;
}

/** A report that came in, or was sent back (`change` −1), as reports themselves record it. */
export interface Arrival {
	/** Milliseconds since 1970. */
	at: number;
	/** The commune that it is of, or whose village it is of. */
	unitId: number;
	/** The commune's own report, which stands for those of its villages. */
	own: boolean;
	change: 1 | -1;
	/** Before its own deadline, or kept its time. */
	onTime: boolean;
}

/** A commune with what is due from it in the month. */
export interface NightUnit extends NamedPlace {
	id: number;
	code: string;
	/** Reports due from it and below it; 0: none. */
	reportsRequired: number;
	/** ISO instant, where it isn't as the period says. */
	due?: string;
}

/** The month whose deadline comes next, or has just passed, and the one before it. */
export interface NightFigures {
	period: Period;
	units: NightUnit[];
	/** Oldest first. */
	arrivals: Arrival[];
	/** The scope's own report, and since when it is there; null where it has none beside those below it. */
	own: { dueAt: string; receivedAt: string | null } | null;
	before: { period: Period; units: NightUnit[]; arrivals: Arrival[] } | null;
}

export interface Mover extends NamedPlace {
	id: number;
	growth: number;
	share: number;
	/** Shares 0–1, null where nothing was reported. */
	series: (number | null)[];
	/** What explains its line, the newest first. */
	events: TrendEvent[];
}

export interface MoversFigures {
	month: string;
	/** Months of every series, oldest first. */
	months: string[];
	/** Those that gained most, the most first. */
	movers: Mover[];
	/** Communes by where they went, of those that can be compared. */
	counts: { up: number; same: number; down: number };
	/** Of all together. */
	growth: number | null;
}

export interface DifficultiesFigures {
	open: number;
	/** Answered, and raised, in the last seven days. */
	answered: number;
	raised: number;
	/** Open ones by what they are about, the most first. */
	categories: { category: TicketCategory; open: number }[];
	/** Those that wait longest: never their text, which may name people. */
	oldest: (NamedPlace & { id: number; category: TicketCategory; since: string; at: PlaceName })[];
}

/** What holds of one team; the first of these that does is its colour. */
export const teamStandings = ['silent', 'thin', 'ageing', 'withoutYouth', 'sound'] as const;
export type TeamStanding = (typeof teamStandings)[number];

export interface TeamsFigures {
	total: number;
	/** A team may be several of these at once. */
	active: number;
	thin: number;
	ageing: number;
	withoutYouth: number;
	/** Fewer members than this is thin, null where no rule says; nobody new for so many months is ageing. */
	limits: { members: number | null; months: number; silentMonths: number };
	/** Teams by the standing that they are drawn in. */
	drawn: Record<TeamStanding, number>;
	/** Communes whose teams need looking at most. */
	worst: (NamedPlace & { id: number; teams: number; troubled: number })[];
}

export interface SeasonFigures {
	name: string;
	/** Local day of the ceremony. */
	ceremony: string;
	/** Steps with their days, in order. */
	steps: { step: SeasonStep; on: string }[];
	/** The step that is ahead; null once the ceremony is over. */
	next: SeasonStep | null;
	frozenAt: string | null;
}

/** What scenes show beside the snapshot, read by the server. */
export interface SceneFigures {
	night: NightFigures;
	movers: MoversFigures;
	difficulties: DifficultiesFigures;
	teams: TeamsFigures;
	season: SeasonFigures | null;
}
export type FiguresScene = keyof SceneFigures;

/** The others are drawn from the snapshot that every screen follows. */
export const figuresScenes = [
	'night',
	'movers',
	'difficulties',
	'teams',
	'season',
] as const satisfies readonly FiguresScene[];
export const hasFigures = (scene: SceneName): scene is FiguresScene =>
	figuresScenes.some((each) => each === scene);
