import type { Page } from '@playwright/test';
import type { Visitor } from './environment';
import {
	firstOf,
	found,
	inquiryDraft,
	linksOn,
	placeWithoutTeam,
	reportOfProvince,
	someAnswer,
	someCommune,
	someCommuneThen,
	someComparison,
	someInquiry,
	someMember,
	someMonthOfData,
	somePlan,
	someReport,
	someTask,
	someTeam,
} from './found-pages';

/** One page of the product as somebody sees it. */
export interface OnePage {
	name: string;
	/** In Vietnamese; English puts `/en` in front. */
	path: string | ((page: Page) => Promise<string>);
	signedIn?: true;
	/** Who opens it, where it isn't the administrator. */
	as?: Visitor;
}
/** The season of awards that the demo has decided, as its committee sees it. */
const decidedSeason = '/thi-dua/1';
const ofCommittee = { signedIn: true, as: 'committee' } as const;
const ofCouncil = { signedIn: true, as: 'councillor' } as const;
const roomsOfSeason = {
	settings: 'quy-dinh',
	criteria: 'tieu-chi',
	calendar: 'lich',
	freeze: 'khoa-so-lieu',
	shortlist: 'danh-sach',
	flags: 'dau-hieu',
	nominations: 'de-cu',
	'random checks': 'kiem-tra-ngau-nhien',
	papers: 'van-ban',
};

/** What only those see who sit on the council. */
const roomsOfCouncil = { council: 'hoi-dong', session: 'phien-hop' };

/** The addresses in a list that name one of its things by a number. */
async function numbered(page: Page, list: string): Promise<string[]> {
	const addresses = await linksOn(page, list, `main a[href^="${list}/"]`);
	return addresses.filter((address) => /\/\d+$/.test(address));
}

const council = `${decidedSeason}/hoi-dong`;

const firstNumbered = (list: string) => async (page: Page) =>
	found(await numbered(page, list), list);

async function twoSheets(page: Page): Promise<string> {
	const nominees = await numbered(page, council);
	const chosen = [0, 1].map((which) => found(nominees, council, which).split('/').at(-1) ?? '');
	return `${council}/compare?${chosen.map((id) => `de-cu=${id}`).join('&')}`;
}

const someDossier = firstNumbered(`${decidedSeason}/de-cu`);

async function someAttestation(page: Page): Promise<string> {
	return (await someDossier(page)).replace('/de-cu/', '/xac-nhan/');
}

/** The season that is under way, with a round of random checks that isn't finished. */
const openSeason = '/thi-dua/2';
export const openRound = `${openSeason}/kiem-tra-ngau-nhien/1`;

/** What was noted about a unit in the season that is under way, with its answer. */
async function someFlags(page: Page): Promise<string> {
	const list = `${openSeason}/dau-hieu`;
	return found(await linksOn(page, list, `main a[href^="${list}/"]`), list);
}

/** All of them, but the wall. */
export const pages: OnePage[] = [
	{ name: 'seasons of awards', path: '/thi-dua', ...ofCommittee },
	{ name: 'new season', path: '/thi-dua/them', signedIn: true },
	{ name: 'season', path: decidedSeason, ...ofCommittee },
	...Object.entries(roomsOfSeason).map(([room, segment]) => ({
		...{ name: `season: ${room}`, path: `${decidedSeason}/${segment}`, ...ofCommittee },
	})),
	...Object.entries(roomsOfCouncil).map(([room, segment]) => ({
		...{ name: `season: ${room}`, path: `${decidedSeason}/${segment}`, ...ofCouncil },
	})),
	{
		name: 'dossier',
		path: someDossier,
		...ofCommittee,
	},
	{ name: 'signs about a unit', path: someFlags, ...ofCommittee },
	{ name: 'sheets side by side', path: twoSheets, ...ofCouncil },
	{ name: 'sheet of a nominee', path: firstNumbered(council), ...ofCouncil },
	...[
		{ name: 'criteria in force', path: firstNumbered(`${decidedSeason}/tieu-chi`) },
		{ name: 'attestation', path: someAttestation },
		{ name: 'new nomination', path: `${openSeason}/de-cu/new` },
		{ name: 'earlier awards', path: `${openSeason}/de-cu/records` },
		{ name: 'parts of a dossier', path: `${openSeason}/de-cu/rules` },
		{ name: 'round of random checks', path: openRound },
		{ name: 'visits of a unit', path: firstNumbered(openRound) },
		{ name: 'sheets for visits', path: `${openRound}/sheet` },
	].map(({ name, path }) => ({ name: `awards: ${name}`, path, ...ofCommittee })),
	{ name: 'season for everybody', path: '/thi-dua-cong-khai/1' },
	{ name: 'check of a freeze', path: '/thi-dua-cong-khai/1/kiem-chung' },
	{ name: 'map', path: '/' },
	{ name: 'map of whoever is signed in', path: '/ban-do', signedIn: true },
	{ name: 'commune', path: someCommune },
	{ name: 'commune as it stood', path: someCommuneThen },
	{ name: 'loudspeaker', path: async (page) => `${await someCommune(page)}/loa` },
	{ name: 'present boundaries', path: '/dia-gioi-hien-nay' },
	{ name: 'search', path: '/tim-xa' },
	{ name: 'comparison', path: someComparison },
	{ name: 'indicators', path: '/chi-so' },
	{ name: 'indicator', path: '/chi-so/allFiveShare' },
	{ name: 'indicator of things', path: '/chi-so/outreachSessions' },
	{ name: 'open data', path: '/du-lieu' },
	{ name: 'open data of a month', path: someMonthOfData },
	{ name: 'corrections', path: '/thay-doi' },
	{ name: 'ledger', path: '/kien-nghi-cong-khai' },
	{ name: 'embedded map', path: '/nhung/ban-do' },
	{
		name: 'embedded commune',
		path: async (page) => `/nhung${(await someCommune(page)).split('-')[0] ?? ''}`,
	},
	{ name: 'request for a correction', path: '/de-nghi-dinh-chinh' },
	{ name: 'method', path: '/phuong-phap' },
	{ name: 'chapter on colours', path: '/phuong-phap/mau-va-ky-hieu' },
	{ name: 'chapter on small numbers', path: '/phuong-phap/so-nho' },
	{ name: 'chapter on awards', path: '/phuong-phap/thi-dua' },
	{ name: 'accessibility', path: '/tiep-can' },
	{ name: 'privacy', path: '/rieng-tu' },
	{ name: 'site map', path: '/ban-do-trang' },
	{ name: 'sign-in', path: '/dang-nhap' },
	{ name: 'good practices', path: '/cach-lam-hay' },
	{ name: 'good practice', path: (page) => firstOf(page, '/cach-lam-hay') },
	{ name: 'targets', path: '/chi-tieu', signedIn: true },
	{ name: 'plans', path: '/ke-hoach', signedIn: true },
	{ name: 'new plan', path: '/ke-hoach/them', signedIn: true },
	{ name: 'one plan', path: somePlan, signedIn: true },
	{
		name: 'new task',
		path: async (page) => `${await somePlan(page)}/viec/them`,
		signedIn: true,
	},
	{ name: 'one task', path: someTask, signedIn: true },
	{ name: 'directives', path: '/van-ban', signedIn: true },
	{ name: 'new directive', path: '/van-ban/them', signedIn: true },
	{ name: 'one directive', path: (page) => firstOf(page, '/van-ban'), signedIn: true },
	{ name: 'inquiries', path: '/bao-cao-dot-xuat', signedIn: true },
	{ name: 'new inquiry', path: '/bao-cao-dot-xuat/them', signedIn: true },
	{ name: 'one inquiry', path: someInquiry, signedIn: true },
	{
		name: 'content of an inquiry',
		path: async (page) => `${await inquiryDraft(page)}/sua`,
		signedIn: true,
	},
	{
		name: 'questions of an inquiry',
		path: async (page) => `${await inquiryDraft(page)}/cau-hoi`,
		signedIn: true,
	},
	{ name: 'answer to an inquiry', path: someAnswer, signedIn: true },
	{ name: 'meetings', path: '/cuoc-hop', signedIn: true },
	{ name: 'new meeting', path: '/cuoc-hop/them', signedIn: true },
	{ name: 'one meeting', path: (page) => firstOf(page, '/cuoc-hop'), signedIn: true },
	{
		name: 'record of a meeting',
		path: async (page) => `${await firstOf(page, '/cuoc-hop')}/in?giay=bien-ban`,
		signedIn: true,
	},
	{ name: 'checks', path: '/kiem-tra', signedIn: true },
	{ name: 'new check', path: '/kiem-tra/them', signedIn: true },
	{ name: 'one check', path: (page) => firstOf(page, '/kiem-tra'), signedIn: true },
	{ name: 'practices desk', path: '/gui-cach-lam-hay', signedIn: true },
	{ name: 'library', path: '/tai-lieu', signedIn: true },
	{ name: 'brief', path: '/tom-tat', signedIn: true },
	{ name: 'ranking', path: '/xep-hang', signedIn: true },
	{ name: 'reports', path: '/bao-cao', signedIn: true },
	{ name: 'report to decide on', path: someReport, signedIn: true, as: 'approver' },
	{ name: 'report of the province', path: reportOfProvince, signedIn: true },
	{ name: 'reports to send', path: '/bao-cao/phai-nop', signedIn: true },
	{ name: 'state of reporting', path: '/bao-cao/tinh-hinh-nop', signedIn: true },
	{ name: 'delegations', path: '/uy-quyen', signedIn: true },
	{ name: 'deadlines', path: '/quan-tri/han-nop', signedIn: true },
	{ name: 'report files', path: '/bao-cao/bieu-excel', signedIn: true },
	{ name: 'official report', path: '/bao-cao/du-thao', signedIn: true },
	{ name: 'teams', path: '/to-cong-nghe-so', signedIn: true },
	{ name: 'team', path: someTeam, signedIn: true },
	{ name: 'badges', path: async (page) => `${await someTeam(page)}/the`, signedIn: true },
	{
		name: 'change of a team',
		path: async (page) => `${await someTeam(page)}/sua`,
		signedIn: true,
	},
	{ name: 'merger', path: async (page) => `${await someTeam(page)}/sap-nhap`, signedIn: true },
	{ name: 'member', path: someMember, signedIn: true },
	{
		name: 'new member',
		path: async (page) => `${await someTeam(page)}/thanh-vien/them`,
		signedIn: true,
	},
	{ name: 'places without a team', path: '/to-cong-nghe-so?xem=chua-co-to', signedIn: true },
	{ name: 'new team', path: placeWithoutTeam, signedIn: true },
	{ name: 'composition rules', path: '/quan-tri/quy-dinh-to', signedIn: true },
	{
		name: 'rule from a document',
		path: '/quan-tri/quy-dinh-to?mau=004-village-leader',
		signedIn: true,
	},
	{ name: 'account', path: '/tai-khoan', signedIn: true },
	{ name: 'Zalo groups', path: '/to-cong-nghe-so/zalo', signedIn: true },
	{
		name: 'progress of re-establishment',
		path: '/to-cong-nghe-so/kien-toan',
		signedIn: true,
	},
	{
		name: 'communes without a steering board',
		path: '/to-cong-nghe-so?xem=chua-co-ban-chi-dao',
		signedIn: true,
	},
	{ name: 'mergers of many villages', path: '/to-cong-nghe-so/sap-nhap', signedIn: true },
	{ name: 'areas of a member', path: '/dia-ban', signedIn: true },
	{ name: 'team files', path: '/to-cong-nghe-so/nhap-tep', signedIn: true },
	{ name: 'sign-in by code', path: '/dang-nhap/ma' },
	{ name: 'administration', path: '/quan-tri', signedIn: true },
	{ name: 'accounts', path: '/quan-tri/tai-khoan', signedIn: true },
	{ name: 'one account', path: '/quan-tri/tai-khoan/e2e-own', signedIn: true },
	{ name: 'new account', path: '/quan-tri/tai-khoan/them', signedIn: true },
	{ name: 'leaders', path: '/quan-tri/to-truong', signedIn: true },
	{ name: 'units', path: '/quan-tri/don-vi', signedIn: true },
	{ name: 'catalogue', path: '/quan-tri/danh-muc-chi-so', signedIn: true },
	{ name: 'office contacts', path: '/quan-tri/lien-he', signedIn: true },
	{ name: 'screens', path: '/quan-tri/man-hinh', signedIn: true },
	{ name: 'one screen', path: '/quan-tri/man-hinh/1', signedIn: true },
	{ name: 'remote control', path: '/dieu-khien/1', signedIn: true },
	{ name: 'pairing of a screen', path: '/man-hinh-lon/ghep-noi' },
	{ name: 'personal data', path: '/quan-tri/du-lieu-ca-nhan', signedIn: true },
	{ name: 'take-downs', path: '/quan-tri/go-so-lieu', signedIn: true },
	{ name: 'audit log', path: '/quan-tri/nhat-ky', signedIn: true },
	{ name: 'entry', path: '/nhap-lieu', signedIn: true },
	{ name: 'activities', path: '/hoat-dong', signedIn: true },
	{ name: 'new activity', path: '/hoat-dong/them', signedIn: true },
	{ name: 'one activity', path: (page) => firstOf(page, '/hoat-dong'), signedIn: true },
	{ name: 'tickets', path: '/kien-nghi', signedIn: true },
	{ name: 'new ticket', path: '/kien-nghi/them', signedIn: true },
	{ name: 'one ticket', path: (page) => firstOf(page, '/kien-nghi'), signedIn: true },
];
