import { wholeNumber } from '../../contracts/text/address';
import { soundText } from '../../contracts/text/sound-text';

/** The form's fields as what `mergeTeams` parses; `teamIds` come as one field a team. */
export const mergerFromForm = (data: FormData): Record<string, unknown> => {
	const text = (name: string) => {
		const value = data.get(name);
		return typeof value === 'string' ? soundText(value) : '';
	};
	return {
		teamIds: data
			.getAll('teamIds')
			.map((id) => (typeof id === 'string' ? (wholeNumber(id) ?? 0) : 0)),
		unitId: wholeNumber(text('unitId')) ?? 0,
		name: text('name'),
		kind: text('kind'),
		mergedOn: text('mergedOn'),
		leaderId: wholeNumber(text('leaderId')),
		decision: text('decision'),
	};
};
