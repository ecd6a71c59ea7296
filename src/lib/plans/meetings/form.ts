import { wholeNumber } from '../../contracts/text/address';
import { toHolder } from '../../contracts/teams/holders';
import type { Entered } from '../form';

/** The form's fields as a meeting that `callMeeting` parses. */
export const meetingFromForm = (entered: Entered): unknown => ({
	// A browser leaves a choice out that nobody made.
	form: '',
	...entered,
	...toHolder(entered['holder'] ?? ''),
	invitesAll: entered['invitesAll'] === 'yes',
	guests: entered['guests'] ?? '',
});

/** The form's fields as what came of a meeting; invitees are known by `attendance.12`. */
export const recordFromForm = (entered: Entered): unknown => ({
	attendance: Object.entries(entered).flatMap(([name, value]) => {
		const [, id] = /^attendance\.(\d+)$/.exec(name) ?? [];
		if (id === undefined) return [];
		const attendance = value === '' ? null : value;
		return { id: wholeNumber(id), attendance, opinion: entered[`opinion.${id}`] ?? '' };
	}),
	record: entered['record'] ?? '',
	decisions: entered['decisions'] ?? '',
});

export const decisionFromForm = (entered: Entered): unknown => ({
	...entered,
	decisionId: wholeNumber(entered['decisionId']),
});
