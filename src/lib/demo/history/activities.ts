import type {
	ActivityAudience,
	ActivityForm,
	ActivityKind,
	ActivityPartner,
	ActivityTopic,
	PartnerKind,
} from '../../contracts/activities';
import { addDays, addMonths, localDay } from '../../contracts/local-time';
import { circuitAccount } from '../accounts';
import type { Province } from '../province/province';
import { randomFor, type Random } from '../random';
import { circuitOf } from './history';
import type { Calendar } from './months';

export interface ImaginedActivity {
	key: string;
	/** The village, by its code and first day. */
	unit: string;
	validFrom: string;
	/** Account that noted it down. */
	by: string;
	kind: ActivityKind;
	topic: ActivityTopic;
	form: ActivityForm;
	audiences: ActivityAudience[];
	partners: ActivityPartner[];
	heldOn: string;
	place: string;
	attendance: number | null;
	households: number | null;
	leaflets: number | null;
	youths: number | null;
	byYouth: boolean;
}

/** Months of the log, the running one included: on 10/10 it still tells of what that season counts, until June. */
const months = 5;

const places = {
	outreachSession: ['Nhà văn hóa thôn', 'Sân đình', 'Trường tiểu học', 'Chợ phiên'],
	citizenSession: ['Nhà văn hóa thôn', 'Trạm y tế xã', 'Bộ phận một cửa xã', 'Bưu điện xã'],
	memberClass: ['Hội trường ủy ban xã', 'Nhà văn hóa thôn'],
	householdVisit: ['Xóm trên', 'Xóm dưới', 'Dọc trục đường chính', 'Khu chợ'],
	homeHelp: ['Xóm trên', 'Xóm dưới'],
	oneStopDuty: ['Bộ phận một cửa xã'],
	event: ['Sân vận động xã', 'Hội trường ủy ban xã'],
	campaign: ['Chợ phiên', 'Dọc trục đường chính'],
} as const satisfies Record<ActivityKind, readonly string[]>;
const audiences = ['pupils', 'traders', 'elderly', 'youths', 'businessHouseholds'] as const;
const partners: Partial<Record<ActivityKind, readonly PartnerKind[]>> = {
	outreachSession: ['police', 'school'],
	citizenSession: ['bank', 'post'],
	memberClass: ['vnpt', 'viettel'],
	oneStopDuty: ['youthUnion'],
	event: ['youthUnion', 'bank'],
	campaign: ['youthUnion', 'vnpt'],
};
const topics = ['several', 'skill1', 'skill2', 'skill3', 'skill4', 'skill5'] as const;

/** What teams of today's villages noted down in the last months. */
export function imagineActivities(
	{ communes }: Province,
	{ now }: Pick<Calendar, 'now'>,
): ImaginedActivity[] {
	const today = localDay(now);
	const first = addMonths(today.slice(0, 7), 1 - months);
	return communes.flatMap(({ validFrom, validTo, villages }, position) =>
		validTo !== null
			? []
			: villages.flatMap(({ code, team }) => {
					if (team === null || team.closedOn !== null) return [];
					const random = randomFor('activities', code);
					return Array.from({ length: random.whole(0, 6) }, (_, number): ImaginedActivity => {
						const about = { key: `demo-${code}-${number}`, unit: code, validFrom };
						const heldOn = addDays(`${first}-01`, random.whole(0, months * 30));
						return {
							...about,
							by: circuitAccount(circuitOf(position)),
							...imagine(random),
							heldOn,
						};
					}).filter(({ heldOn }) => heldOn >= validFrom && heldOn <= today);
				}),
	);
}

function imagine(
	random: Random,
): Omit<ImaginedActivity, 'key' | 'unit' | 'validFrom' | 'by' | 'heldOn'> {
	const kind = random.pick([
		'outreachSession',
		'outreachSession',
		'citizenSession',
		'householdVisit',
		'householdVisit',
		'memberClass',
		'homeHelp',
		'oneStopDuty',
		'event',
		'campaign',
	] as const);
	const partner: PartnerKind = random.chance(0.4)
		? random.pick(partners[kind] ?? ['other'])
		: 'other';
	const isSession = kind === 'outreachSession' || kind === 'citizenSession';
	const attendance = {
		outreachSession: random.whole(18, 75),
		citizenSession: random.whole(10, 32),
		memberClass: random.whole(4, 14),
		householdVisit: null,
		homeHelp: random.whole(2, 9),
		oneStopDuty: random.whole(6, 30),
		event: random.whole(60, 220),
		campaign: random.whole(20, 90),
	}[kind];
	return {
		kind,
		topic: random.pick(topics),
		form: kind === 'memberClass' && random.chance(0.3) ? 'online' : 'faceToFace',
		audiences:
			kind === 'memberClass' ? ['members'] : random.chance(0.5) ? [random.pick(audiences)] : [],
		partners: partner === 'other' ? [] : [{ kind: partner, name: '' }],
		place: random.pick(places[kind]),
		attendance,
		households: kind === 'householdVisit' ? random.whole(3, 22) : null,
		leaflets: isSession && random.chance(0.5) ? random.whole(2, 12) * 10 : null,
		youths: kind !== 'memberClass' && random.chance(0.4) ? random.whole(2, 9) : null,
		byYouth: kind === 'outreachSession' && random.chance(0.2),
	};
}
