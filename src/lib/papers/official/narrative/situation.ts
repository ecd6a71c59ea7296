import { joined, officialDay, wholeNumber } from '../wording';

/** Teams of a unit and everything below it on a day, as the registry has them. */
export interface TeamFacts {
	/** The unit's own team; null where it has none. */
	own: {
		name: string;
		foundedOn: string;
		/** Number of the decision; may be empty. */
		decision: string;
		members: number;
		/** Posts: `Phó Chủ tịch UBND`. */
		leader: string;
		deputies: string[];
	} | null;
	/** Below the unit, itself aside. */
	communes: { all: number; withTeam: number };
	villages: { all: number; withTeam: number };
	teams: number;
	/** Teams of other kinds, which work beside those, and places with two teams or more. */
	beside: { project06: number; youth5299: number; places: number };
	members: number;
	youths: number;
	/** Teams that were re-established within the span. */
	reestablished: number;
	zaloGroups: number;
	/** Teams with a plan of the year, and with working rules, on file. */
	plans: number;
	rules: number;
}

/** @param told codes of what the report's figures say already. */
export function situationText(facts: TeamFacts, told: ReadonlySet<string>): string {
	if (facts.teams === 0) return '';
	return [
		...ownTeam(facts),
		...coverage(facts, told),
		...besides(facts),
		...state(facts, told),
	].join('\n');
}

function ownTeam({ own }: TeamFacts): string[] {
	if (!own) return [];
	const decision = own.decision === '' ? '' : ` theo Quyết định số ${own.decision}`;
	const led = own.leader === '' ? [] : [`do ${own.leader} làm tổ trưởng`];
	const deputies = own.deputies.filter((post) => post !== '');
	const helped = deputies.length === 0 ? [] : [`${joined(deputies)} làm tổ phó`];
	const who = [`gồm ${wholeNumber(own.members)} thành viên`, ...led, ...helped].join(', ');
	return [`${own.name} được thành lập ngày ${officialDay(own.foundedOn)}${decision}, ${who}.`];
}

function coverage({ communes, villages, members }: TeamFacts, told: ReadonlySet<string>) {
	const parts = [
		...(communes.withTeam > 0 && !told.has('communesWithTeam')
			? [`${overAll(communes)} đơn vị cấp xã thành lập tổ cấp xã`]
			: []),
		...(villages.withTeam > 0 && !told.has('villagesWithTeam')
			? [`${overAll(villages)} thôn, tổ dân phố có tổ`]
			: []),
	];
	const total =
		members === 0 || told.has('members') ? '' : `, với tổng số ${wholeNumber(members)} thành viên`;
	return parts.length === 0 ? [] : [`Trên địa bàn có ${joined(parts)}${total}.`];
}

const overAll = ({ withTeam, all }: TeamFacts['villages']) =>
	`${wholeNumber(withTeam)}/${wholeNumber(all)}`;

/** Three kinds of team may share a village, as document 003 tells. */
function besides({ beside: { project06, youth5299, places } }: TeamFacts): string[] {
	const others = [
		...(project06 > 0 ? [`${wholeNumber(project06)} tổ Đề án 06`] : []),
		...(youth5299 > 0 ? [`${wholeNumber(youth5299)} tổ công nghệ số thanh niên (Đề án 5299)`] : []),
	];
	if (others.length === 0) return [];
	const together =
		places === 0 ? '' : `; ${wholeNumber(places)} địa bàn có từ hai tổ trở lên cùng hoạt động`;
	return [`Bên cạnh tổ công nghệ số cộng đồng còn có ${joined(others)}${together}.`];
}

function state(facts: TeamFacts, told: ReadonlySet<string>): string[] {
	const { youths, reestablished, zaloGroups, plans, rules } = facts;
	const onFile = [
		...(plans > 0 ? [`${wholeNumber(plans)} tổ có kế hoạch năm`] : []),
		...(rules > 0 ? [`${wholeNumber(rules)} tổ có quy chế hoạt động`] : []),
	];
	return [
		...(youths > 0 && !told.has('youthMembers')
			? [`Trong các tổ có ${wholeNumber(youths)} đoàn viên, thanh niên tham gia.`]
			: []),
		...(reestablished > 0 && !told.has('teamsReestablished')
			? [`Trong kỳ đã củng cố, kiện toàn ${wholeNumber(reestablished)} tổ.`]
			: []),
		...(zaloGroups > 0 && !told.has('villageZaloGroups')
			? [
					`Đã thiết lập ${wholeNumber(zaloGroups)} nhóm Zalo để trao đổi, điều hành và hướng dẫn người dân.`,
				]
			: []),
		...(onFile.length > 0 ? [`Đến nay, ${joined(onFile)}.`] : []),
	];
}
