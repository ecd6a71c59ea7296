import type { awardCriteria as vi } from '../../vi/awards/criteria';

export const awardCriteria: typeof vi = {
	title: 'Criteria and weights',
	lead: "Fixed before the season's figures begin to count, without seeing any unit; in force once two different people have signed.",
	criterion: 'Criterion',
	weight: 'Weight',
	share: 'Share',
	worst: 'Earns 1 point',
	best: 'Earns 100 points',
	missing: 'Where data is missing',
	growthAlone: 'No weight: the growth board ranks by this criterion alone.',
	rules: {
		leaveOut: 'left out, completeness falls',
		apart: 'no place, listed apart',
	},
	names: {
		coverage: 'Households with all five skills (share)',
		gapClosed: "Share of the gap closed since the season's start",
		assisted: "Assisted households among those that can't by themselves (share)",
		targetsMet: 'Targets of the year that are met (share)',
		punctuality: 'Reports on time (share)',
		completeness: 'Figures that were reported (share)',
		corrections: 'Figures that had to be corrected (share, fewer are better)',
		teaching: 'Sessions, classes and visits per 100 households, times the share found held',
		verified: 'Checked households found as reported (share)',
	},
	sources: {
		coverage: 'Approved monthly reports; in steps of at least 5 households',
		gapClosed:
			'Approved reports of the last month and of the one before the season, in the same steps',
		assisted: 'Approved monthly reports: households helped with online services, in the same steps',
		targetsMet: 'Targets set for the year; approved reports',
		punctuality: 'When approved reports were received, against the deadline of each period',
		completeness: 'Fields with a figure in approved reports',
		corrections: 'Approved corrections',
		teaching: 'The log of activities; the register of households; sessions checked at random',
		verified: "What the season's random checks found",
	},
	states: {
		draft: 'Being written',
		signed: 'Waits for a second signature',
		inForce: 'In force',
		replaced: 'Replaced',
	},
	version: (category, version) => `${category}: version ${version}`,
	none: 'There is no version of criteria yet.',
	noFormula: 'Individuals are not scored by a formula: they are compared by evidence.',
	draft: (category) => `Write a new version: ${category}`,
	inForceSince: (date) => `In force since ${date}`,
	hash: 'SHA-256 hash',
	hashNote:
		'The hash is published the moment a version comes into force: whoever has the criteria can compute it again.',
};
