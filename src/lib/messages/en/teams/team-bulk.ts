import type { WorkMessages } from '../../types';

export const teamBulk: WorkMessages['teams']['bulk'] = {
	title: 'Merge teams of many villages',
	lead: 'Every village with several teams keeps one, in one step for a commune, district or province. Villages without a clear leader stay as they are.',
	unit: 'In all villages of',
	leaderOf: 'Where several lead, the new leader is that of the',
	previewTitle: 'What becomes of each village',
	nothing: 'No village has several teams.',
	counts: (merged, left) => `Villages merged: ${merged}; left as they are: ${left}.`,
	columns: { village: 'Village', teams: 'Teams now', result: 'Result' },
	leads: (leader, people) => `Leader: ${leader}; members: ${people}.`,
	refusals: {
		noLeader: 'no clear leader',
		beforeTeam: 'a team was founded on that day or later',
		membersLater: 'somebody joined on that day or later',
	},
	confirm: 'Confirm the merger',
	done: (merged, left) => `Villages merged: ${merged}; left as they are: ${left}.`,
	batches: 'Done so far',
	batch: (unit, villages, day, by) => `${unit}: ${villages} villages from ${day} (${by}).`,
	undone: (count) => `Undone in ${count}.`,
	undo: 'Undo this step',
	undoHint: 'A village that has reported since stays merged.',
	undoneNow: (undone, left) => `Villages undone: ${undone}; staying merged: ${left}.`,
};
