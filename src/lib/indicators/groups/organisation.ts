import { indicatorsOf } from '../indicator';

const { flow, standing, reached, ratio } = indicatorsOf('organisation');

export const organisation = [
	standing('items', {
		code: 'communesWithTeam',
		// A commune founds its own team and those of its villages, and counts both: 001 §II.2; 002 §1.
		askedFrom: 'commune',
		vi: ['Xã có tổ', 'Số xã, phường, thị trấn, đặc khu đã có quyết định thành lập tổ cấp xã.'],
		en: ['Communes with a team', 'Communes whose own team was founded by a decision.'],
		source: '003 §I.1; 004 §1.1',
	}),
	standing(
		'items',
		{
			code: 'communesRequired',
			askedFrom: 'commune',
			vi: ['Xã phải có tổ', 'Số xã, phường, thị trấn, đặc khu thuộc diện phải thành lập tổ.'],
			en: ['Communes that need a team', 'Communes that are required to found a team.'],
			source: '003 §I.1; 004 §1.1',
		},
		'neutral',
	),
	ratio('communesWithTeam', 'communesRequired', {
		code: 'communesWithTeamShare',
		vi: ['Tỷ lệ xã có tổ', 'Số xã có tổ chia cho số xã phải có tổ.'],
		en: ['Share of communes with a team', 'Communes with a team over communes that need one.'],
		source: '003 §I.1; 004 §1.1',
	}),
	standing('items', {
		code: 'villagesWithTeam',
		askedFrom: 'commune',
		vi: ['Thôn có tổ', 'Số thôn, bản, tổ dân phố, khu phố đã có ít nhất một tổ.'],
		en: ['Villages with a team', 'Villages that have at least one team of their own.'],
		source: '001 §II.2; 002 §1; 003 §I.1',
	}),
	standing(
		'items',
		{
			code: 'villagesRequired',
			askedFrom: 'commune',
			vi: ['Thôn phải có tổ', 'Số thôn, bản, tổ dân phố, khu phố thuộc diện phải thành lập tổ.'],
			en: ['Villages that need a team', 'Villages that are required to have a team.'],
			source: '001 §II.2; 002 §1; 003 §I.1',
		},
		'neutral',
	),
	ratio('villagesWithTeam', 'villagesRequired', {
		code: 'villagesWithTeamShare',
		vi: ['Tỷ lệ thôn có tổ', 'Số thôn có tổ chia cho số thôn phải có tổ.'],
		en: ['Share of villages with a team', 'Villages with a team over villages that need one.'],
		source: '001 §II.2; 002 §1; 003 §I.1',
	}),
	standing('people', {
		code: 'members',
		vi: ['Thành viên', 'Số người đang là tổ trưởng, tổ phó hoặc thành viên của các tổ.'],
		en: ['Members', 'People who are leaders, deputies or members of teams at present.'],
		source: '002 Phụ lục 1; 003 §I.1',
	}),
	standing('people', {
		code: 'communeTeamMembers',
		// A village has no part in the commune’s team.
		askedFrom: 'commune',
		vi: ['Thành viên tổ cấp xã', 'Số người trong tổ do xã, phường, thị trấn, đặc khu lập ra.'],
		en: ['Members of commune teams', 'People in the teams of the communes themselves.'],
		source: '000 §I.1; 004 §1.1',
	}),
	standing('people', {
		code: 'youthMembers',
		vi: ['Thành viên là thanh niên', 'Số đoàn viên, thanh niên trong các thành viên của tổ.'],
		en: ['Young members', 'Youth Union members and other young people among the members.'],
		source: '003 §I.1; 003 §IV; 004 §2.6a',
	}),
	reached('items', {
		code: 'teamsReestablished',
		// By the commune’s decision: 004 §2.9a.
		askedFrom: 'commune',
		vi: ['Tổ đã kiện toàn', 'Số tổ đã được củng cố, sắp xếp lại theo quyết định mới.'],
		en: ['Teams re-established', 'Teams that were reorganised by a new decision.'],
		source: '003 §I.1; 004 §2.9a',
	}),
	standing('items', {
		code: 'communeZaloGroups',
		askedFrom: 'commune',
		vi: ['Nhóm Zalo điều hành chung', 'Số nhóm Zalo mà tổ cấp xã dùng để điều hành.'],
		en: ['Zalo groups of communes', 'Zalo groups by which commune teams direct the work.'],
		source: '000 §I.1; 001 §II.6; 002 §4.2',
	}),
	standing('items', {
		code: 'villageZaloGroups',
		vi: ['Nhóm Zalo của tổ ở thôn', 'Số nhóm Zalo của các tổ ở thôn, bản, tổ dân phố, khu phố.'],
		en: ['Zalo groups of villages', 'Zalo groups of village teams.'],
		source: '000 §I.1; 002 §4.1',
	}),
	flow('sessions', {
		code: 'inspectionsMade',
		// A commune looks at its villages’ teams; a village has nobody below: 000 §I.2; 004 §2.10.
		askedFrom: 'commune',
		vi: ['Cuộc kiểm tra, giám sát', 'Số cuộc mà đơn vị đã kiểm tra, giám sát cấp dưới.'],
		en: ['Checks made', 'Times that the unit looked at those below it.'],
		source: '000 §I.2; 001 §IV.1; 004 §2.1a',
	}),
	flow('items', {
		code: 'unitsInspected',
		askedFrom: 'commune',
		vi: ['Đơn vị được kiểm tra', 'Số đơn vị cấp dưới đã được kiểm tra, mỗi đơn vị một lần.'],
		en: ['Units checked', 'Units below that were looked at, once each.'],
		source: '004 §2.9d; 004 §2.10',
	}),
	flow('items', {
		code: 'findingsMended',
		askedFrom: 'commune',
		vi: ['Nội dung đã khắc phục', 'Số nội dung mà các đơn vị đã khắc phục sau kiểm tra.'],
		en: ['Findings mended', 'What units mended after they were looked at.'],
		source: '004 §2.10',
	}),
];
