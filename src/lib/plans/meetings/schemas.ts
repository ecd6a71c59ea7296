import * as v from 'valibot';
import { attendances, meetingForms } from '../../contracts/meetings';
import { Day, Id, longest, text } from '../schemas';

export const longestText = 8000;
const mostLines = 60;

const Lines = v.pipe(
	v.string('text'),
	v.maxLength(longestText, 'tooLong'),
	v.transform((typed) =>
		typed
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== ''),
	),
	v.array(v.pipe(v.string(), v.maxLength(longest.what, 'lineTooLong'))),
	v.maxLength(mostLines, 'tooMany'),
);

/** A meeting as it is called; messages are names of rules. */
export const NewMeeting = v.object({
	unitId: Id,
	teamId: v.nullable(Id),
	subject: text(longest.title, 5),
	heldOn: Day,
	startsAt: v.pipe(v.string('time'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')),
	form: v.picklist(meetingForms, 'choose'),
	place: text(longest.short, 2),
	chair: text(longest.short, 2),
	agenda: text(longestText, 5),
	/** All members of the team, or all units right below. */
	invitesAll: v.boolean(),
	guests: Lines,
});

/** What came of it. */
export const MeetingRecord = v.object({
	attendance: v.array(
		v.object({
			id: Id,
			attendance: v.nullable(v.picklist(attendances, 'choose')),
			opinion: text(longest.note),
		}),
	),
	record: text(longestText),
	decisions: Lines,
});

/** A decision that somebody has to see to. */
export const AssignedDecision = v.object({
	decisionId: Id,
	lead: text(longest.short, 2),
	dueOn: Day,
});
