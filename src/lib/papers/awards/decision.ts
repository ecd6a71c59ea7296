import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts } from '../../contracts/awards/papers';
import { article, centred, officialDocument, paragraph, toDocx } from '../official/frame';
import { appendixHead, closing, gap, paperHead, paperTitle } from '../official/parts';
import { ruledTable } from '../official/tables';
import { aboutCell, categoryLines, counted, nameOf, proposed } from './nominees';

/** A draft of the decision, with its list: who decides signs it, or does not. */
export function writeDecision(
	facts: MinutesFacts,
	settings: AwardPaperSettings,
	year: number,
): Promise<Uint8Array> {
	const nominees = proposed(facts);
	const about = `Về việc tặng ${settings.awardName}\nnhân dịp ${settings.occasion}`;
	return toDocx(
		officialDocument(about, [
			{
				children: [
					paperHead({
						...{ superiorBody: '', issuingBody: settings.decidingBody },
						...{ numberSuffix: settings.decisionSuffix, place: settings.place },
						year: String(year),
					}),
					...paperTitle('Quyết định', about),
					centred(settings.decidingOfficer.toUpperCase(), { bold: true }, 6),
					...settings.legalBases.map((basis) => paragraph(`${basis};`, { italics: true })),
					paragraph(
						`Theo đề nghị của ${settings.submittingBody} tại Tờ trình số       /${settings.submissionSuffix} ngày       tháng       năm       và ý kiến thẩm định của ${settings.appraisingBody}.`,
						{ italics: true },
					),
					centred('QUYẾT ĐỊNH:', { bold: true }, 4),
					article(
						1,
						`Tặng ${settings.awardName} cho ${counted(nominees)} đã có thành tích xuất sắc trong hoạt động của Tổ công nghệ số cộng đồng, góp phần thực hiện chuyển đổi số trên địa bàn (có danh sách kèm theo).`,
					),
					article(2, settings.prize),
					article(
						3,
						`Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng ${settings.decidingBody}, Giám đốc ${settings.appraisingBody}, Thủ trưởng các cơ quan, đơn vị có liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
					),
					gap(4),
					closing(
						settings.decisionRecipients,
						settings.decisionSignature,
						settings.decisionSignatory,
					),
				],
			},
			{
				children: [
					...appendixHead(
						'',
						`Danh sách tập thể, cá nhân được tặng\n${settings.awardName}`,
						`Quyết định số       /${settings.decisionSuffix} ngày       tháng       năm       của ${settings.decidingOfficer}`,
					),
					ruledTable(
						[
							{ heading: 'TT', width: 12, align: 'centre' },
							{ heading: 'Tên tập thể, họ và tên cá nhân', width: 78 },
							{ heading: 'Chức vụ, đơn vị', width: 70 },
						],
						categoryLines(nominees, (nominee) => [nameOf(nominee), aboutCell(nominee)]),
					),
				],
			},
		]),
	);
}
