import type { awardDesk as vi } from '../../vi/awards/desk';

export const awardDesk: typeof vi = {
	title: (version) => `Criteria, version ${version}`,
	lead: 'Every trial is logged. Units stand as letters that change with each trial: the shape of the table is seen, not who gains.',
	weightHint: '0 for a criterion that is not counted.',
	tryIt: 'Try these weights',
	tried: 'Tried and logged.',
	shape: 'The shape of the table',
	bands: (count) => `${count} bands that can be told apart`,
	sensitivity: (places) => `A unit's place moves by ${places} places on average`,
	band: (band) => `Band ${band}`,
	units: (count) => `${count} units`,
	apart: (count) => `${count} units lack data and have no place`,
	basis: (from, until) =>
		`Tried on figures from before the season, ${from} to ${until}; the season's own are not used here.`,
	noUnits: 'There are no figures from before the season to try on: weights can only be kept.',
	trials: 'Trials',
	trialBy: (by, time, date) => `${by}, ${time}, ${date}`,
	trial: (bands, places) => `${bands} bands, moves by ${places} places`,
	sign: 'Sign: no more changes',
	signNote: 'Once signed the version no longer changes; a second signature puts it into force.',
	unsign: 'Take the signature back to write on',
	force: 'Sign as the second person, put into force',
	forceNote: (date) =>
		`The second signature is another person's, before ${date} at the latest, when the figures begin to count.`,
	tooLate: "The season's figures count already: no further version can come into force.",
	signedBy: (by, date) => `First signature: ${by}, ${date}`,
	forcedBy: (by, date) => `Second signature: ${by}, ${date}`,
	notSaved: 'Not tried. Please correct what is marked.',
	problem: 'Weights are above 0 and at most 100; the two goalposts differ; at least two criteria.',
	back: 'Back to the criteria',
};
