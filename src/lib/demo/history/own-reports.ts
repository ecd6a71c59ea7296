import { addDays, addMonths, hourLength, startOfDay } from '../../contracts/local-time';
import type { OrganisationKind } from '../../contracts/admin-units';
import type { ReportInput } from '../../reports/schemas';
import { bodies } from '../province/bodies';
import { provinceCode } from '../province/identity';
import { randomFor, type Random } from '../random';
import type { Calendar } from './months';

/** Reports of one period that came in together. */
export interface OwnBatch {
	at: Date;
	reports: ReportInput[];
	/** Null: they still wait. */
	approvedAt: Date | null;
}

/** So many months, the newest that is due included. */
const months = 8;

type Figures = Record<string, number>;

/** What a month brought, and how things stand after a share of the way. */
type Teller = (random: Random, way: number) => Figures;

const level: Teller = (random) => {
	const online = random.whole(20, 60);
	const classes = random.whole(1, 3);
	return {
		newsItems: random.whole(12, 30),
		radioProgrammes: random.whole(2, 5),
		leaflets: 500 * random.whole(0, 6),
		memberClasses: classes,
		memberClassAttendance: classes * random.whole(60, 90),
		onlineFilingsHelped: online,
		fundingGiven: 5_000_000 * random.whole(0, 8),
	};
};

const reached = (whole: number, from: number, until: number, way: number) =>
	Math.round(whole * (from + (until - from) * way));

const seller =
	(accounts: number, shops: number): Teller =>
	(random, way) => {
		const sessions = random.whole(3, 8);
		return {
			teamsTrained: random.whole(4, 15),
			communesHelped: random.whole(8, 20),
			staffInTeams: 42,
			citizenSessions: sessions,
			citizenSessionsEcommerce: sessions - 1,
			citizenSessionsEpayment: 1,
			paymentAccounts: reached(accounts, 0.6, 0.9, way),
			marketplaceShops: reached(shops, 0.5, 0.86, way),
		};
	};

const tellers: Record<OrganisationKind, Teller> = {
	coQuanGiaoDuc: (random, way) => ({
		memberClasses: random.whole(0, 2),
		teachers: 8420,
		teachersTrained: reached(8420, 0.62, 0.95, way),
		pupils: 96_300,
		pupilsTaught: reached(96_300, 0.35, 0.8, way),
		schools: 312,
		schoolsTeaching: reached(312, 0.4, 0.9, way),
		staffInTeams: 530,
	}),
	congAn: (random, way) => ({
		outreachSessions: random.whole(6, 14),
		leaflets: 100 * random.whole(5, 20),
		eligibleCitizens: 268_400,
		identityAccountsActivated: reached(268_400, 0.78, 0.93, way),
		staffInTeams: 880,
	}),
	doanThanhNien: (random) => {
		const sessions = random.whole(8, 18);
		return {
			...{ outreachSessions: sessions, youthOutreachSessions: sessions },
			outreachAttendance: sessions * random.whole(20, 40),
			youthVolunteerTurns: sessions * random.whole(6, 12),
			campaignSessions: random.whole(0, 2),
			staffInTeams: 640,
		};
	},
	baoChi: (random) => ({ newsItems: random.whole(20, 45), radioProgrammes: random.whole(4, 9) }),
	buuChinh: seller(5200, 640),
	vienThong: seller(8900, 380),
	nganHang: (random, way) => ({
		memberClasses: random.whole(0, 1),
		paymentAccounts: reached(31_000, 0.7, 0.92, way),
		staffInTeams: 35,
	}),
	doanhNghiep: seller(1200, 90),
	coQuanKhac: (random) => ({ memberClasses: random.whole(0, 1), newsItems: random.whole(1, 6) }),
};

const reporters: readonly { code: string; teller: Teller }[] = [
	{ code: provinceCode, teller: level },
	...bodies.map(({ code, kind }) => ({ code, teller: tellers[kind] })),
];
/** Of the newest month that is due this one came late and still waits, and the last is missing. */
const latePlace = 1;

/** What the province itself and its organisations reported, in order. */
export function tellOwnReports({ latestDue, quarter, now }: Calendar): OwnBatch[] {
	const told = Array.from({ length: months }, (_, index) =>
		addMonths(latestDue, index + 1 - months),
	);
	const reportsOf = (period: string, month: string) => {
		const way = month > latestDue ? 1 : told.indexOf(month) / (months - 1);
		return reporters.map((reporter) => reportOf(reporter, period, way));
	};
	const early = (period: string) => -randomFor('own reports', period).whole(1, 6);
	// Organisations report by the month alone.
	const { code, lastMonth } = quarter;
	const quarterDue = `${lastMonth}-20`;
	const ofQuarter: OwnBatch = {
		at: afternoon(quarterDue, early(code)),
		reports: reportsOf(code, lastMonth).filter(({ unit }) => unit === provinceCode),
		approvedAt: afternoon(quarterDue, 1),
	};
	const ofMonths = told.flatMap((month): OwnBatch[] => {
		const isNewest = month === latestDue;
		const reports = reportsOf(month, month);
		const due = `${month}-28`;
		const inTime = isNewest
			? [...reports.slice(0, latePlace), ...reports.slice(latePlace + 1, -1)]
			: reports;
		return [
			{ at: afternoon(due, early(month)), reports: inTime, approvedAt: afternoon(due, 1) },
			...(isNewest
				? [
						{
							at: afternoon(due, 2),
							reports: reports.slice(latePlace, latePlace + 1),
							approvedAt: null,
						},
					]
				: []),
		];
	});
	return [ofQuarter, ...ofMonths]
		.sort((one, other) => one.at.getTime() - other.at.getTime())
		.filter(({ at }) => at <= now)
		.map((batch) =>
			batch.approvedAt && batch.approvedAt > now ? { ...batch, approvedAt: null } : batch,
		);
}

function reportOf(
	{ code, teller }: (typeof reporters)[number],
	period: string,
	way: number,
): ReportInput {
	const figures = teller(randomFor('own report', code, period), way);
	return {
		...{ unit: code, period },
		values: Object.entries(figures).map(([indicator, value]) => ({
			...{ indicator, value, status: 'value', qualifier: '=' },
		})),
	};
}

/** In the afternoon of a day so many days after another. */
const afternoon = (day: string, days: number) =>
	new Date(startOfDay(addDays(day, days)).getTime() + 15 * hourLength);
