import { sceneNames, type SceneName } from '../../contracts/wall';
import { dayLength, hourLength } from '../../contracts/local-time';

/** The deadline's own scenes run from so long before it until so long after it. */
const nightBefore = 3 * dayLength;
const nightAfter = 12 * hourLength;
/** So long before the ceremony it is worth a look. */
const seasonBefore = 120 * dayLength;
const seasonAfter = 7 * dayLength;

/** Instants in milliseconds. */
export interface WallCalendar {
	/** Of each month that is near: when its communes' reports are due. */
	deadlines: readonly number[];
	/** When the day of the ceremony begins; null without a season. */
	ceremony: number | null;
}

/** What the wall goes through by itself: on the days before a deadline that night and the province alone. */
export function scenesOn(now: number, { deadlines, ceremony }: WallCalendar): SceneName[] {
	const isNight = deadlines.some((due) => now >= due - nightBefore && now < due + nightAfter);
	if (isNight) return ['night', 'province'];
	const isSeason =
		ceremony !== null && now >= ceremony - seasonBefore && now < ceremony + seasonAfter;
	return ['province', ...sceneNames.filter((scene) => scene !== 'province')].filter(
		(scene): scene is SceneName => scene !== 'season' || isSeason,
	);
}
