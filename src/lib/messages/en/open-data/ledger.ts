import type { OpenMessages } from '../../types';

export const ledger: OpenMessages['ledger'] = {
	title: 'Public ledger of difficulties',
	lead: 'What holds teams up, which level it lies with, and how it was answered. Who answers slowly comes first; who asks much is not ranked.',
	pages: { label: 'Pages of the ledger', previous: 'Previous page', next: 'Next page' },
	position: (page) => `Page ${page}`,
	none: 'Nothing has been asked yet.',
	summary: (usual, waiting, answered) =>
		`It usually takes ${usual}. Waiting: ${waiting}. Answered: ${answered}.`,
	unanswered: (waiting) => `Nothing has been answered. Waiting: ${waiting}.`,
	from: (unit, date) => `${unit}, ${date}`,
	waits: (days) => `waiting for ${days}`,
	took: (days, date) => `answered after ${days}, ${date}`,
	answer: 'Answer:',
	notReleased: 'Its text has not been released to the public.',
	note: 'Only the summaries that whoever answered wrote for everybody are published: no names, villages or phones. Of what waits only the subject is shown. “Usually” is the number in the middle: half of the tickets took as long or longer.',
};
