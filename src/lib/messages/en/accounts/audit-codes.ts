import type { AuditCode } from '../../../contracts/audit/entries';
import { common } from '../common';
import { activities } from '../activities/activities';
import { awardFlags } from '../awards/flags';
import { awardNominations } from '../awards/nominations';
import { awardPapers } from '../awards/papers';
import { awardSeason } from '../awards/season';
import { inquiries } from '../inquiries/inquiries';
import { plans } from '../plans/plans';
import { reports } from '../reports/reports';
import { teams } from '../teams/teams';
import { tickets } from '../tickets/tickets';
import { accounts } from './accounts';
import { organisationKinds } from './organisation-kinds';
import { takeDowns } from './take-downs';

export const auditCodes: Record<AuditCode, string> = {
	...common.kinds,
	...organisationKinds,
	quocGia: 'Country',
	...plans.task.audiences,
	...teams.levels,
	...awardSeason.kinds,
	...accounts.roles,
	...activities.kinds,
	...awardFlags.codes,
	...awardNominations.parts,
	...awardNominations.records.kinds,
	...awardPapers.names,
	...awardSeason.settings.names,
	...inquiries.form.templates,
	...plans.form.templates,
	...reports.history.channels,
	...takeDowns.reasons,
	...teams.kinds,
	...teams.papers.kinds,
	...teams.rules.seats,
	...tickets.kinds,
	...tickets.categories,
	dossier: 'the dossier',
	list: 'the list',
	minutes: 'the minutes',
	council: 'the council',
	unit: 'the unit',
	above: 'a level above',
	second: 'the second factor',
	different: 'two different rows',
	drawn: 'drawn',
	setUp: 'just set up',
	app: 'an app with codes',
	recoveryCode: 'a recovery code',
	both: 'password and code',
	link: 'a link',
	room: 'the council’s room',
	session: 'the screen of the session',
	csv: 'CSV',
	docx: 'Word',
	xlsx: 'Excel',
	zip: 'ZIP',
	members: 'list of members',
	roster: 'list of teams',
	appendix: 'Appendix 1',
	size: 'number of members',
	seat: 'a post',
	youths: 'youths',
	leader: 'the leader',
	deputy: 'a deputy',
	anyone: 'anyone',
	email: 'e-mail',
	displayName: 'name shown',
};
