import type { AwardPaperSettings } from '../../contracts/awards/paper-settings';
import type { MinutesFacts } from '../../contracts/awards/papers';
import { centred, officialDocument, paragraph, toDocx } from '../official/frame';
import { closing, gap, itemList, paperHead, paperTitle } from '../official/parts';
import { listAnnex } from './nominee-list';
import { byCategory, counted, proposed } from './nominees';
import { councilDecision } from './wording';

/** The letter with which the dossiers go to whoever appraises them, and its list as an annex. */
export function writeSubmissionLetter(
	facts: MinutesFacts,
	settings: AwardPaperSettings,
	year: number,
): Promise<Uint8Array> {
	const nominees = proposed(facts);
	const about = `Về việc đề nghị tặng ${settings.awardName}\nnhân dịp ${settings.occasion}`;
	return toDocx(
		officialDocument(about, [
			{
				children: [
					paperHead({
						...{ superiorBody: settings.superiorBody, issuingBody: settings.submittingBody },
						...{ numberSuffix: settings.submissionSuffix, place: settings.place },
						year: String(year),
					}),
					...paperTitle('Tờ trình', about),
					centred(`Kính gửi: ${settings.decidingOfficer}`, {}),
					centred(`(qua ${settings.appraisingBody})`, {}, 6),
					...settings.legalBases.map((basis) => paragraph(`${basis};`, { italics: true })),
					paragraph(
						`Căn cứ Biên bản họp ${settings.councilName}${councilDecision(facts)} và kết quả bỏ phiếu của Hội đồng.`,
						{ italics: true },
					),
					paragraph(
						`Qua bình xét, ${settings.submittingBody} kính trình ${settings.decidingOfficer} xem xét, tặng ${settings.awardName} cho ${counted(nominees)} đã có thành tích xuất sắc trong hoạt động của Tổ công nghệ số cộng đồng, gồm:`,
					),
					...itemList(
						byCategory(nominees).map(({ name, nominees: own }) => `${name}: ${counted(own)}`),
					),
					paragraph('(Có danh sách và hồ sơ kèm theo)', { italics: true }),
					paragraph(
						`${settings.submittingBody} chịu trách nhiệm về tính chính xác của hồ sơ và kính trình ${settings.decidingOfficer} xem xét, quyết định./.`,
					),
					gap(4),
					closing(
						settings.submissionRecipients,
						settings.submissionSignature,
						settings.submissionSignatory,
					),
				],
			},
			{ children: listAnnex(facts, settings) },
		]),
	);
}
