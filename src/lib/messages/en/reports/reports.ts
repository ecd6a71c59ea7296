import type { WorkMessages } from '../../types';
import { reportForm } from './report-form';

export const reports: WorkMessages['reports'] = {
	...reportForm,
	lead: 'Submit your team’s report, read earlier ones, and approve those of the level below.',
	month: 'Reporting period',
	show: 'Show',
	due: (level, date) => `Due for ${level}: before ${date}`,
	levels: { village: 'villages', commune: 'communes and wards' },
	units: {
		title: 'Units you report for',
		none: 'This account does not report for any unit yet.',
		filter: 'Find a unit by name or code',
		noMatch: 'No unit matches.',
		shown: (shown, total) => `Showing ${shown} of ${total} units`,
	},
	columns: {
		unit: 'Unit',
		state: 'State',
		received: 'Received',
		households: 'Households',
		allFive: 'Able in all five',
		action: 'To do',
	},
	states: {
		none: 'Not submitted',
		submitted: 'Awaiting approval',
		approved: 'Approved',
		returned: 'Returned',
	},
	actions: { enter: 'Enter report', correct: 'View, correct' },
	history: {
		title: 'Revisions',
		revision: (number) => `Revision ${number}`,
		figure: 'Figure',
		by: 'Submitted by',
		decidedBy: 'Decided by',
		decidedAt: 'Decided on',
		comment: 'Comment',
		reason: 'Reason',
		unknown: 'not known',
		notApplicable: 'not applicable',
		channels: { form: 'form', api: 'API', file: 'uploaded file', offline: 'entered offline' },
		sources: { paper: 'entered from paper', phone: 'entered from a phone call' },
		explanations: 'Explanations',
	},
	back: 'Back to all reports',
};
