import type { WorkMessages } from '../../types';

export const unitSearch: WorkMessages['unitSearch'] = {
	label: 'Find a village or commune',
	hint: 'Part of the name is enough, without accents.',
	find: 'Find',
	shown: (shown, total) => `${shown} of ${total} units are shown. Search by name for others.`,
};
