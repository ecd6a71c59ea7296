import type { FileChild } from 'docx';
import { votersOf } from '../../contracts/awards/council';
import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts } from '../../contracts/awards/papers';
import { officialDocument, toDocx } from '../official/frame';
import { appendixHead } from '../official/parts';
import { ruledTable, type TableColumn } from '../official/tables';
import { fullName } from '../official/wording';
import { vi } from '../../messages/vi';
import { aboutCell, categoryLines, counted, lastVote, nameOf, proposed } from './nominees';

/** Millimetres of an upright page. */
const columns: TableColumn[] = [
	{ heading: 'TT', width: 10, align: 'centre' },
	{ heading: 'Tên tập thể, họ và tên cá nhân', width: 52 },
	{ heading: 'Chức vụ, đơn vị', width: 48 },
	{ heading: 'Đơn vị đề nghị', width: 30 },
	{ heading: 'Phiếu đồng ý', width: 20, align: 'centre' },
];

/** The nominees that the council proposes, with the votes that each had. */
export const nomineeTable = (facts: MinutesFacts) =>
	ruledTable(columns, [
		...categoryLines(proposed(facts), (nominee) => {
			const counts = lastVote(facts.votes, nominee.nominationId)?.counts;
			const { kind, name } = nominee.nominatedBy;
			return [
				...[nameOf(nominee), aboutCell(nominee), fullName(vi.common.kinds[kind], name)],
				counts ? `${counts.for}/${votersOf(counts)}` : '',
			];
		}),
		{ across: `Tổng số: ${counted(proposed(facts))}` },
	]);

export const listTitle = (settings: AwardPaperSettings): string =>
	`Danh sách đề nghị tặng ${settings.awardName}\nnhân dịp ${settings.occasion}`;

/** The list as an annex of the submission letter. */
export const listAnnex = (facts: MinutesFacts, settings: AwardPaperSettings): FileChild[] => [
	...appendixHead(
		'',
		listTitle(settings),
		`Tờ trình số       /${settings.submissionSuffix} ngày       tháng       năm       của ${settings.submittingBody}`,
	),
	nomineeTable(facts),
];

export const writeNomineeList = (
	facts: MinutesFacts,
	settings: AwardPaperSettings,
): Promise<Uint8Array> =>
	toDocx(officialDocument(listTitle(settings), [{ children: listAnnex(facts, settings) }]));
