import type { WorkMessages } from '../../types';

export const teamHouseholds: WorkMessages['teams']['households'] = {
	title: 'Households helped by members',
	total: (households, members) =>
		`Households helped online: ${households}, by members: ${members}. Only numbers of the tally sheet are kept, no names.`,
	helps: (count, numbers) => `helps ${count}: number ${numbers}`,
	left: 'has left the team',
	assign: 'Assign households to a member',
	numbers: 'Numbers of the households on the tally sheet',
	numbersHint: 'Several with commas between them: 3, 7, 12.',
	helper: 'Who helps',
	nobody: 'Nobody any more',
	from: 'From',
	save: 'Save',
};
