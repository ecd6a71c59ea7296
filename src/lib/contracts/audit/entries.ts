import type { Role } from '../accounts';
import type { ActivityKind } from '../activities';
import type { UnitKind } from '../admin-units';
import type { FlagCode } from '../awards/flags';
import type { DossierPart, NominationOrigin, RecordKind } from '../awards/nominations';
import type { AwardPaper } from '../awards/paper-settings';
import type { SeasonSettingKey } from '../awards/seasons';
import type { CandidateKind } from '../awards/candidates';
import type { InquiryTemplate } from '../inquiries';
import type { PlanTemplate, TaskAudience } from '../plans';
import type { TakeDownReason } from '../publication';
import type { ReportChannel } from '../reports';
import type { TeamFileKind } from '../teams/files';
import type { PaperKind, Seat, TeamKind, TeamLevel } from '../teams/teams';
import type { TicketCategory, TicketKind } from '../tickets';

/** What something was done to: one of many, by its number or name. */
export const auditSubjects = [
	'account',
	'delegation',
	'token',
	'activity',
	'unit',
	'file',
	'awardSeason',
	'season',
	'nomination',
	'record',
	'indicator',
	'inquiry',
	'material',
	'upload',
	'teamImport',
	'plan',
	'directive',
	'inspection',
	'meeting',
	'practice',
	'period',
	'screen',
	'team',
	'compositionRule',
	'ticket',
] as const;

/** What there is once. */
export const auditTopics = [
	'account',
	'audit',
	'retention',
	'nominations',
	'members',
	'zaloContacts',
] as const;

export type AuditSubjectName = (typeof auditSubjects)[number] | (typeof auditTopics)[number];

export type AuditSubject =
	| (typeof auditTopics)[number]
	| `${(typeof auditSubjects)[number]}:${string}`
	/** A unit's report of a period. */
	| `${string}@${string}`
	/** What a unit showed of a month under a number. */
	| `${string}/${string}/${number}`;

/** What stands as a code in an entry, in one place or another. */
export type AuditCode =
	| Role
	| ActivityKind
	| FlagCode
	| DossierPart
	| NominationOrigin
	| RecordKind
	| AwardPaper
	| SeasonSettingKey
	| UnitKind
	| CandidateKind
	| InquiryTemplate
	| PlanTemplate
	| TaskAudience
	| TakeDownReason
	| ReportChannel
	| TeamFileKind
	| PaperKind
	| Seat
	| TeamKind
	| TeamLevel
	| TicketCategory
	| TicketKind
	| ('second' | 'different' | 'drawn' | 'both' | 'link' | 'setUp' | 'app' | 'recoveryCode')
	| (
			| 'form'
			| 'list'
			| 'council'
			| 'room'
			| 'session'
			| 'csv'
			| 'docx'
			| 'xlsx'
			| 'zip'
			| 'members'
			| 'roster'
	  )
	| ('size' | 'seat' | 'youths' | 'leader' | 'deputy' | 'anyone' | 'email' | 'displayName');
