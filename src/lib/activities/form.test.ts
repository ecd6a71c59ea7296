import { describe, expect, it } from 'vitest';
import { InvalidError } from '../server/errors';
import { parse } from '../server/parse';
import { activityFromForm, enteredOf, type Entered } from './form';
import { NewActivity } from './schemas';

const complete: Entered = {
	key: '0123456789',
	holder: '12-3',
	kind: 'outreachSession',
	topic: 'skill4',
	heldOn: '2026-11-20',
	place: ' Nhà văn hoá thôn ',
	attendance: '1.200',
	households: '',
	leaflets: '50',
	youths: '',
	note: '',
};

/** Field and rule of what is wrong, nothing when all is well. */
function faults(change: Entered): string[] {
	try {
		parse(NewActivity, activityFromForm({ ...complete, ...change }));
		return [];
	} catch (error) {
		if (!(error instanceof InvalidError)) throw error;
		return error.problems.map(({ field, rule }) => `${field} ${rule}`);
	}
}

describe('the form of an activity', () => {
	it('reads numbers as people write them, and blanks as not counted', () => {
		expect(parse(NewActivity, activityFromForm(complete))).toEqual({
			key: '0123456789',
			unitId: 12,
			teamId: 3,
			kind: 'outreachSession',
			topic: 'skill4',
			form: 'faceToFace',
			audiences: [],
			partners: [],
			heldOn: '2026-11-20',
			place: 'Nhà văn hoá thôn',
			attendance: 1200,
			households: null,
			leaflets: 50,
			youths: null,
			byYouth: false,
			note: '',
		});
	});

	it.each<[Entered, string[]]>([
		[{ holder: '' }, ['unitId choose']],
		[{ kind: 'party' }, ['kind choose']],
		[{ heldOn: '2026-02-31' }, ['heldOn day']],
		[{ heldOn: '' }, ['heldOn day']],
		[{ heldOn: '2012-05-01' }, ['heldOn tooEarly']],
		[{ place: ' x ' }, ['place place']],
		[{ attendance: '' }, ['attendance countMissing']],
		[{ attendance: 'khoảng 40' }, ['attendance wholeNumber']],
		[{ attendance: '-3', place: '' }, ['place place', 'attendance wholeNumber']],
		[{ attendance: '100001' }, ['attendance tooMany']],
		[{ kind: 'householdVisit' }, ['attendance notOfKind', 'households countMissing']],
		[{ form: 'radio' }, ['form choose']],
		[{ 'partners.0.kind': 'circus' }, ['partners.0.kind choose']],
		[{ kind: 'oneStopDuty', households: '4' }, ['households notOfKind']],
		[{ kind: 'memberClass', leaflets: '', byYouth: 'yes' }, ['byYouth notOfKind']],
	])('%o: %o', (change, expected) => {
		expect(faults(change)).toEqual(expected);
	});

	it('reads who it was for and together with whom; a name alone is somebody else’s', () => {
		expect(
			parse(
				NewActivity,
				activityFromForm({
					...{ ...complete, form: 'online', 'audiences.pupils': 'yes', 'audiences.traders': 'yes' },
					...{ 'partners.0.kind': 'bank', 'partners.0.name': ' Agribank ' },
					...{ 'partners.1.kind': '', 'partners.1.name': '' },
					...{ 'partners.2.kind': '', 'partners.2.name': 'Hội Chữ thập đỏ' },
				}),
			),
		).toMatchObject({
			form: 'online',
			audiences: ['pupils', 'traders'],
			partners: [
				{ kind: 'bank', name: 'Agribank' },
				{ kind: 'other', name: 'Hội Chữ thập đỏ' },
			],
		});
	});

	it('takes a choice that nobody made for one to be made', () => {
		const { kind: _kind, topic: _topic, ...rest } = complete;
		expect(() => parse(NewActivity, activityFromForm(rest))).toThrow(/kind.*choose\ntopic.*choose/);
	});

	it('shows what is stored in the way in which it reads it', () => {
		const {
			key: _,
			unitId: _unit,
			teamId: _team,
			...stored
		} = parse(
			NewActivity,
			activityFromForm({ ...complete, byYouth: 'yes', 'partners.0.kind': 'police' }),
		);
		expect(
			parse(
				NewActivity,
				activityFromForm({ ...enteredOf(stored), key: '0123456789', holder: '1' }),
			),
		).toMatchObject(stored);
	});
});
