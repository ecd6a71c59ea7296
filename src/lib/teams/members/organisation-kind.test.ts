import { expect, it } from 'vitest';
import { countMembers, organisationKindOf } from './organisation-kind';

it.each([
	['Giáo viên', 'Trường Tiểu học', 'teacher'],
	['Công an viên', '', 'police'],
	['Bí thư Chi đoàn', '', 'youthUnion'],
	['Chi hội trưởng', 'Hội Phụ nữ', 'womensUnion'],
	['', 'Hội Nông dân', 'farmersUnion'],
	['Giao dịch viên', 'Agribank', 'bank'],
	['Nhân viên', 'VNPT Bắc Giang', 'telecom'],
	['Nhân viên', 'Viettel Post', 'post'],
	['Nhân viên', 'Bưu điện văn hoá xã', 'post'],
	['Trưởng phố', '', 'villageHead'],
	['Bí thư Chi bộ', '', 'partyCell'],
	['', '', null],
] as const)('%s of %s comes from %s', (position, organisation, kind) => {
	expect(organisationKindOf({ position, organisation })).toBe(kind);
});

it('counts by what was said first, by the words next, and who has no smartphone', () => {
	const member = { position: '', organisation: '', organisationKind: null, smartphone: null };
	expect(
		countMembers([
			{ ...member, position: 'Giáo viên' },
			{ ...member, organisation: 'Trường', organisationKind: 'teacher', smartphone: false },
			{ ...member, organisation: 'Agribank', organisationKind: 'resident', smartphone: true },
			member,
		]),
	).toEqual({
		kinds: [
			{ kind: 'teacher', members: 2 },
			{ kind: 'resident', members: 1 },
		],
		unknown: 1,
		withSmartphone: 1,
		withoutSmartphone: 1,
	});
});
