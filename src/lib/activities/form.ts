import { countFields } from './counts';

/** What the visitor typed, by field name, to fill the form again. */
export type Entered = Record<string, string>;

/** `1.234` and `1 234` are how people write thousands here; anything else stays for the checks to refuse. */
function toNumber(text: string): number | string | null {
	const compact = text.trim().replace(/(?<=\d)[.\s\u00a0](?=\d{3}(\D|$))/g, '');
	if (compact === '') return null;
	return /^\d+$/.test(compact) ? Number(compact) : text;
}

/** How a unit, or one of its teams, is chosen: `12` or `12-3`. */
export const holderValue = (unitId: number, teamId: number | null) =>
	teamId === null ? `${unitId}` : `${unitId}-${teamId}`;

function toHolder(text: string): { unitId: number | null; teamId: number | null } {
	const [, unit, team] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
	return {
		unitId: unit === undefined ? null : Number(unit),
		teamId: team === undefined ? null : Number(team),
	};
}

/** The form's fields as an activity that `recordActivity` and `correctActivity` parse. */
export function activityFromForm(entered: Entered): unknown {
	const counts = countFields.map((field): [string, unknown] => [
		field,
		toNumber(entered[field] ?? ''),
	]);
	return {
		// A browser leaves a choice out that nobody made.
		kind: '',
		topic: '',
		...entered,
		...toHolder(entered['holder'] ?? ''),
		...Object.fromEntries(counts),
		byYouth: entered['byYouth'] === 'yes',
	};
}

/** A stored activity as the form shows it. */
export function enteredOf(
	activity: Record<'kind' | 'topic' | 'heldOn' | 'place' | 'note', string> &
		Record<(typeof countFields)[number], number | null> & { byYouth: boolean },
): Entered {
	const { kind, topic, heldOn, place, note, byYouth } = activity;
	const counts = countFields.map((field): [string, string] => [
		field,
		activity[field]?.toString() ?? '',
	]);
	return {
		kind,
		topic,
		heldOn,
		place,
		note,
		byYouth: byYouth ? 'yes' : '',
		...Object.fromEntries(counts),
	};
}
