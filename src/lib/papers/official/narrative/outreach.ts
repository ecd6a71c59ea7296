import {
	activityKinds,
	type ActivityKind,
	type ActivityTopic,
} from '../../../contracts/activities';
import { joined, wholeNumber } from '../wording';

/** Activities of one kind and topic that the log tells of within a span. */
export interface LoggedActivities {
	kind: ActivityKind;
	topic: ActivityTopic;
	activities: number;
}

const ways: Record<ActivityKind, string> = {
	outreachSession: 'các buổi tuyên truyền tập trung',
	citizenSession: 'các buổi hướng dẫn thực hành cho người dân',
	householdVisit: 'đến tận nhà từng hộ để hướng dẫn',
	memberClass: 'các lớp tập huấn cho thành viên tổ',
	homeHelp: 'cài đặt, nộp hồ sơ, thanh toán giúp người dân tại nhà',
	oneStopDuty: 'trực hướng dẫn tại bộ phận một cửa',
	event: 'các sự kiện, hội thảo',
	campaign: 'các đợt ra quân vận động',
};
const media = [
	['leaflets', 'phát tờ rơi'],
	['newsItems', 'đăng tin, bài'],
	['radioProgrammes', 'phát chuyên mục trên hệ thống truyền thanh cơ sở'],
	['villageZaloGroups', 'trao đổi trên các nhóm Zalo'],
] as const;
const subjects: Record<Exclude<ActivityTopic, 'several' | 'other'>, string> = {
	skill1: 'sử dụng dịch vụ công trực tuyến',
	skill2: 'mua sắm, bán hàng trực tuyến',
	skill3: 'thanh toán trực tuyến',
	skill4: 'tự bảo vệ trên không gian mạng',
	skill5: 'sử dụng nền tảng số của địa phương',
};
const topics = ['skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;

/** How people were reached. @param counted codes of what was counted and isn't zero. */
export function formsText(log: readonly LoggedActivities[], counted: ReadonlySet<string>): string {
	const outreach = activityKinds
		.filter((kind) => kind !== 'memberClass')
		.filter((kind) => countOf(log, (each) => each.kind === kind) > 0)
		.map((kind) => ways[kind]);
	const spread = media.filter(([code]) => counted.has(code)).map(([, way]) => way);
	const all = [...outreach, ...spread];
	if (all.length === 0) return '';
	const forms = all.length === 1 ? 'hình thức' : 'các hình thức';
	return `Việc tuyên truyền, hướng dẫn được thực hiện bằng ${forms}: ${joined(all)}.`;
}

/** What it was about: all skills first, then how many sessions for citizens each one had. */
export function contentsText(log: readonly LoggedActivities[]): string {
	const outreach = log.filter(({ kind }) => kind !== 'memberClass');
	const taught = topics.filter((topic) => countOf(outreach, (each) => each.topic === topic) > 0);
	const about =
		taught.length === 0
			? []
			: [`Nội dung tập trung vào ${joined(taught.map((topic) => subjects[topic]))}.`];
	return [...about, ...sessionsText(log)].join(' ');
}

/** `Đã tổ chức 39 buổi hướng dẫn cho người dân, trong đó 13 buổi về … và 26 buổi về ….` */
function sessionsText(log: readonly LoggedActivities[]): string[] {
	const sessions = log.filter(({ kind }) => kind === 'citizenSession');
	const all = countOf(sessions, () => true);
	if (all === 0) return [];
	const parts = topics.flatMap((topic) => {
		const count = countOf(sessions, (each) => each.topic === topic);
		return count === 0 ? [] : [`${wholeNumber(count)} buổi về ${subjects[topic]}`];
	});
	const among = parts.length === 0 ? '' : `, trong đó ${joined(parts)}`;
	return [`Đã tổ chức ${wholeNumber(all)} buổi hướng dẫn cho người dân${among}.`];
}

function countOf(
	log: readonly LoggedActivities[],
	wanted: (each: LoggedActivities) => boolean,
): number {
	return log.filter(wanted).reduce((sum, { activities }) => sum + activities, 0);
}
