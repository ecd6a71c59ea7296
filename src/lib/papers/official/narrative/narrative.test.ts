import { describe, expect, it } from 'vitest';
import type { ReportLine } from '../periodic-report';
import { parseSpan, type Span } from '../span';
import { meritTexts, missedText } from './assessment';
import { contentsText, formsText, type LoggedActivities } from './outreach';
import { causesText } from './causes';
import { partnersText } from './partners';
import { coordinationText, doneText, nextTasksText, overdueText, type PlannedTask } from './plan';
import { situationText, type TeamFacts } from './situation';
import { nextPeriodName, titleInText, titleOf } from './title';

function spanOf(code: string): Span {
	const span = parseSpan(code);
	if (!span) throw new Error(`${code} is no span.`);
	return span;
}

describe('the title of a report', () => {
	it.each([
		['2022', 'năm 2023'],
		['2026-12', 'tháng 1 năm 2027'],
		['2026-Q4', 'quý I năm 2027'],
		['2026-H1', '6 tháng cuối năm 2026'],
		['2022-01..2024-10', 'thời gian tới'],
	])('names the period after %s: %s', (code, name) => {
		expect(nextPeriodName(spanOf(code))).toBe(name);
	});

	it('names both periods, and reads on within a sentence', () => {
		const unit = { kind: 'xa', name: 'Cộng Hòa' } as const;
		const title = titleOf(spanOf('2022'), unit, 'năm 2023');
		expect(title).toBe(
			'Kết quả hoạt động Tổ công nghệ số cộng đồng năm 2022\nvà phương hướng hoạt động năm 2023\ntrên địa bàn xã Cộng Hòa',
		);
		expect(titleInText(title)).toMatch(/^kết quả .+ năm 2022 và phương hướng .+ Cộng Hòa$/);
		expect(titleInText('CNSCĐ năm 2022.')).toBe('CNSCĐ năm 2022');
	});
});

describe('outreach as the log tells it', () => {
	const log = (
		kind: LoggedActivities['kind'],
		topic: LoggedActivities['topic'],
		activities: number,
	) => ({ kind, topic, activities });

	it('says by what ways people were reached', () => {
		const ways = [log('outreachSession', 'several', 3), log('householdVisit', 'skill1', 9)];
		expect(formsText(ways, new Set(['leaflets', 'radioProgrammes']))).toBe(
			'Việc tuyên truyền, hướng dẫn được thực hiện bằng các hình thức: các buổi tuyên truyền tập trung, đến tận nhà từng hộ để hướng dẫn, phát tờ rơi và phát chuyên mục trên hệ thống truyền thanh cơ sở.',
		);
		expect(formsText([], new Set(['newsItems']))).toBe(
			'Việc tuyên truyền, hướng dẫn được thực hiện bằng hình thức: đăng tin, bài.',
		);
		expect(formsText([log('memberClass', 'several', 2)], new Set())).toBe('');
	});

	it('says what sessions were about, without topics that had none', () => {
		const sessions = [
			log('citizenSession', 'skill2', 13),
			log('citizenSession', 'skill3', 26),
			log('memberClass', 'skill4', 1),
		];
		expect(contentsText(sessions)).toBe(
			'Nội dung tập trung vào mua sắm, bán hàng trực tuyến và thanh toán trực tuyến. ' +
				'Đã tổ chức 39 buổi hướng dẫn cho người dân, trong đó 13 buổi về mua sắm, bán hàng trực tuyến và 26 buổi về thanh toán trực tuyến.',
		);
		expect(contentsText([])).toBe('');
	});
});

it('tells with whom activities were held, the most frequent first, and by name where there is one', () => {
	expect(
		partnersText([
			{ kind: 'vnpt', name: '', activities: 2 },
			{ kind: 'bank', name: 'Ngân hàng Một', activities: 3 },
			{ kind: 'other', name: '', activities: 9 },
		]),
	).toBe(
		'Đã phối hợp với Ngân hàng Một (3 hoạt động) và VNPT (2 hoạt động) tổ chức tuyên truyền, tập huấn, hướng dẫn người dân.',
	);
	expect(partnersText([])).toBe('');
});

it('begins causes with what the registry knows, and says nothing of what is well', () => {
	expect(causesText({ withoutSmartphone: 12, left: 3, silent: 2 })).toBe(
		'- Nhân sự các tổ còn thay đổi: trong kỳ có 3 thành viên thôi tham gia.\n' +
			'- Còn 12 thành viên chưa có điện thoại thông minh.\n' +
			'- Còn 2 tổ hoạt động chưa thường xuyên.',
	);
	expect(causesText({ withoutSmartphone: 0, left: 0, silent: 0 })).toBe('');
});

describe('tasks of a plan', () => {
	const task = (what: string, dueOn: string, doneOn: string | null, lead = ''): PlannedTask => ({
		what,
		lead,
		startsOn: '2022-01-01',
		dueOn,
		doneOn,
	});
	const tasks = [
		task('Thành lập tổ.', '2022-04-30', '2022-04-20', 'Công an xã'),
		task('Mở nhóm Zalo', '2022-06-30', '2022-06-30', 'Đoàn Thanh niên;'),
		task('Tập huấn', '2022-09-30', null),
		task('Mở gian hàng', '2023-02-05', null, 'Bưu điện xã'),
	];
	const year = spanOf('2022');

	it('say with whom they were done, how many, and which are late', () => {
		expect(coordinationText(tasks, year)).toBe(
			'Đã phối hợp với Công an xã và Đoàn Thanh niên thực hiện các nhiệm vụ theo kế hoạch.',
		);
		expect(doneText(tasks, year)).toBe('Đã hoàn thành 2/3 nhiệm vụ đến hạn theo kế hoạch.');
		expect(overdueText(tasks, year)).toBe(
			'Còn 1 nhiệm vụ theo kế hoạch chưa hoàn thành đúng hạn: tập huấn.',
		);
	});

	it('go on into the next period', () => {
		expect(nextTasksText(tasks, year, spanOf('2023'))).toBe(
			'- Tiếp tục hoàn thành nhiệm vụ: tập huấn.\n' +
				'- Mở gian hàng (Bưu điện xã thực hiện, hoàn thành chậm nhất ngày 05/02/2023).',
		);
		expect(overdueText([], year) + doneText([], year) + coordinationText([], year)).toBe('');
	});
});

describe('teams as the registry has them', () => {
	const facts: TeamFacts = {
		own: null,
		communes: { all: 209, withTeam: 209 },
		villages: { all: 1891, withTeam: 1891 },
		teams: 2100,
		beside: { project06: 0, youth5299: 0, places: 0 },
		members: 16_790,
		youths: 0,
		reestablished: 2,
		plans: 0,
		rules: 0,
		zaloGroups: 0,
	};

	it('are summed up, without zeros and without what figures say already', () => {
		expect(situationText(facts, new Set())).toBe(
			'Trên địa bàn có 209/209 đơn vị cấp xã thành lập tổ cấp xã và 1.891/1.891 thôn, tổ dân phố có tổ, với tổng số 16.790 thành viên.\nTrong kỳ đã củng cố, kiện toàn 2 tổ.',
		);
		const told = new Set(['communesWithTeam', 'villagesWithTeam', 'teamsReestablished']);
		expect(situationText(facts, told)).toBe('');
		expect(situationText({ ...facts, teams: 0 }, new Set())).toBe('');
	});

	it('name the other kinds beside them, and in how many places several work', () => {
		const beside = { project06: 101, youth5299: 13, places: 101 };
		expect(situationText({ ...facts, beside }, new Set()).split('\n')[1]).toBe(
			'Bên cạnh tổ công nghệ số cộng đồng còn có 101 tổ Đề án 06 và 13 tổ công nghệ số thanh niên (Đề án 5299); 101 địa bàn có từ hai tổ trở lên cùng hoạt động.',
		);
	});

	it('begin with the commune’s own, by posts and not by names', () => {
		const own = {
			name: 'Tổ công nghệ số cộng đồng xã Cộng Hòa',
			foundedOn: '2022-06-13',
			decision: '',
			members: 15,
			leader: 'Phó Chủ tịch UBND',
			deputies: ['Công chức văn hóa', 'Bí thư Đoàn'],
		};
		const communes = { all: 0, withTeam: 0 };
		const villages = { all: 3, withTeam: 3 };
		const text = situationText({ ...facts, own, communes, villages, members: 33 }, new Set());
		expect(text.split('\n').slice(0, 2)).toEqual([
			'Tổ công nghệ số cộng đồng xã Cộng Hòa được thành lập ngày 13/6/2022, gồm 15 thành viên, do Phó Chủ tịch UBND làm tổ trưởng, Công chức văn hóa và Bí thư Đoàn làm tổ phó.',
			'Trên địa bàn có 3/3 thôn, tổ dân phố có tổ, với tổng số 33 thành viên.',
		]);
	});
});

describe('merits and limits that figures tell', () => {
	const line = (given: Partial<ReportLine>): ReportLine => ({
		code: 'x',
		name: 'Buổi tuyên truyền',
		names: { vi: 'Buổi tuyên truyền', en: 'Sessions' },
		countingUnit: 'sessions',
		group: 'outreach',
		direction: 'higherIsBetter',
		partOf: null,
		ratio: null,
		value: null,
		previous: null,
		target: null,
		...given,
	});
	const stated = (value: number) => ({ value, qualifier: '=' }) as const;

	it('name what grew most, targets that were reached, and how many ways were shared', () => {
		const lines = [
			line({ value: stated(60), previous: stated(20) }),
			line({ value: stated(5), previous: stated(6) }),
			line({
				name: 'Thôn chưa có sóng',
				direction: 'lowerIsBetter',
				value: stated(9),
				previous: stated(1),
			}),
			line({
				name: 'VNeID mức 2',
				countingUnit: 'people',
				value: stated(870),
				previous: stated(435),
			}),
			line({
				name: 'Tỷ lệ hộ có VNeID',
				countingUnit: 'share',
				target: { value: stated(0.8), reached: stated(0.9) },
			}),
		];
		const practices = [{ title: 'Góc số', unitName: 'thôn Một' }];
		expect(meritTexts({ lines, practices, previous: spanOf('2021') })).toEqual([
			'So với năm 2021, số buổi tuyên truyền tăng từ 20 lên 60; số VNeID mức 2 tăng từ 435 lên 870 người.',
			'Đã đạt chỉ tiêu năm về tỷ lệ hộ có VNeID.',
			'Có 1 mô hình, cách làm hay được phổ biến để các nơi tham khảo, học tập.',
		]);
	});

	it('name targets that a year closed without', () => {
		const lines = [line({ target: { value: stated(40), reached: stated(25) } })];
		expect(missedText({ lines, span: spanOf('2022') })).toBe(
			'Chưa đạt chỉ tiêu năm về số buổi tuyên truyền.',
		);
		expect(missedText({ lines, span: spanOf('2022-10') })).toBe('');
	});
});
