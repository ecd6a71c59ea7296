import type { UnitKind } from '../../contracts/admin-units';
import { searchKey } from '../../contracts/text/search-key';
import { sameSpelling } from './same-text';

/** A commune or village as files about teams name it. */
export interface PlaceUnit {
	id: number;
	code: string;
	level: 'commune' | 'village';
	kind: UnitKind;
	name: string;
	parentId: number | null;
	/** Name of the commune's district, where there was one. */
	district: string | null;
	/** Whether the account keeps its teams. */
	keeps: boolean;
}

/** One unit, several that it could be, or none. */
export type Match = { unit: PlaceUnit } | { candidates: PlaceUnit[] };

/** Words that people put before a name, as search keys; longer ones first where one begins another. */
const kindWords: readonly (readonly [string, UnitKind | null])[] = [
	['to dan pho', 'toDanPho'],
	['khu dan cu', null],
	['tieu khu', null],
	['thi tran', 'thiTran'],
	['khu pho', 'khuPho'],
	['dac khu', 'dacKhu'],
	['phuong', 'phuong'],
	['thon', 'thon'],
	['buon', null],
	['lang', null],
	['tdp', 'toDanPho'],
	['kdc', null],
	['xom', null],
	['ban', 'ban'],
	['khu', null],
	['pho', 'khuPho'],
	['kp', 'khuPho'],
	['ap', null],
	['xa', 'xa'],
	['tt', 'thiTran'],
	['to', 'toDanPho'],
	['p', 'phuong'],
	['x', 'xa'],
];
const ownWord = (kind: UnitKind): string => kindWords.find(([, each]) => each === kind)?.[0] ?? '';

/** `Thôn 01` and `thon so 1` are `thon 1`. */
export const placeKey = (text: string): string =>
	searchKey(text)
		.replace(/\bso (?=\d)/g, '')
		.replace(/\b0+(?=\d)/g, '');

function withoutKind(key: string): { kind: UnitKind | null; rest: string } {
	for (const [word, kind] of kindWords)
		if (key.startsWith(`${word} `)) return { kind, rest: key.slice(word.length + 1) };
	return { kind: null, rest: key };
}

/** What a team is called before the place that it works in, as search keys. */
const teamWords =
	/^to (?:chuyen doi so cong dong|cong nghe so cong dong|cong nghe cong dong|cong nghe so|cns cong dong|cnscd|cns cd|cns)(?: (?:cua|tai|o|va|de an 06))*(?= |$)/;
const communeWords = new Set(['', 'xa', 'phuong', 'thi tran', 'cap xa', 'ubnd xa', 'ubnd phuong']);

export const nameOfTeam = (name: string): string => placeKey(name).replace(teamWords, '').trim();

/** The communes and villages that one account may meet in a file, by name. */
export class Places {
	readonly communes: readonly PlaceUnit[];
	readonly #villages = new Map<number, PlaceUnit[]>();
	readonly #byId: Map<number, PlaceUnit>;
	readonly #byCode: Map<string, PlaceUnit>;
	readonly #communesByKey = new Map<string, PlaceUnit[]>();

	constructor(units: readonly PlaceUnit[]) {
		this.communes = units.filter(({ level }) => level === 'commune');
		this.#byId = new Map(units.map((unit) => [unit.id, unit]));
		this.#byCode = new Map(units.map((unit) => [unit.code, unit]));
		for (const unit of this.communes)
			for (const key of keysOf(unit))
				this.#communesByKey.set(key, [...(this.#communesByKey.get(key) ?? []), unit]);
		for (const unit of units)
			if (unit.level === 'village' && unit.parentId !== null) {
				const siblings = this.#villages.get(unit.parentId);
				if (siblings) siblings.push(unit);
				else this.#villages.set(unit.parentId, [unit]);
			}
	}

	byId(id: number): PlaceUnit | undefined {
		return this.#byId.get(id);
	}

	/** By its code, also where a spreadsheet took it for a number and dropped the zeros before it. */
	byWrittenCode(code: string): PlaceUnit | undefined {
		return [code, code.padStart(5, '0'), `0${code}`, `00${code}`]
			.map((each) => this.#byCode.get(each))
			.find((unit) => unit !== undefined);
	}

	communeOf(unit: PlaceUnit): PlaceUnit | undefined {
		return unit.level === 'commune' ? unit : this.#byId.get(unit.parentId ?? 0);
	}

	/** The unit and, of a commune, its villages. */
	inside(commune: PlaceUnit): PlaceUnit[] {
		return [commune, ...(this.#villages.get(commune.id) ?? [])];
	}

	/** @param district what the file's heading or the cell says of the district; may be empty. */
	commune(text: string, district: string): Match {
		const [name = '', ...further] = text.replace(/^\s*vd\s*:/iu, '').split(/[,;(–]|\s-\s/u);
		const key = placeKey(name);
		const { kind, rest } = withoutKind(key);
		const found = this.#communesByKey.get(key) ?? this.#communesByKey.get(rest) ?? [];
		const inDistrict = (word: string) => (unit: PlaceUnit) =>
			unit.district !== null && districtKey(unit.district) === districtKey(word);
		return narrow(found, [
			...further.filter((each) => each.trim() !== '').map(inDistrict),
			(unit) => kind !== null && unit.kind === kind,
			(unit) => sameSpelling(name.trim().slice(-unit.name.length), unit.name),
			inDistrict(district),
		]);
	}

	/** Whether a team's name says no more than where it works. */
	isBareName(name: string, unit: PlaceUnit): boolean {
		const commune = this.communeOf(unit);
		const key = commune ? insideCommune(name, commune) : nameOfTeam(name);
		const own = keysOf(unit);
		const isOwn = unit.level === 'commune' && communeWords.has(key);
		return isOwn || own.includes(key) || own.includes(withoutKind(key).rest);
	}

	/** The unit that a team of a commune works in, told from the team's name. */
	teamUnit(name: string, commune: PlaceUnit): Match {
		const key = insideCommune(name, commune);
		const villages = this.#villages.get(commune.id) ?? [];
		const { kind, rest } = withoutKind(key);
		const own = keysOf(commune);
		if (communeWords.has(key) || key === own[1]) return { unit: commune };
		const exact = villages.filter((unit) => keysOf(unit).includes(key));
		const bare = villages.filter((unit) => keysOf(unit).includes(rest));
		const found = exact.length > 0 ? exact : bare;
		if (found.length > 0)
			return narrow(found, [
				(unit) => kind !== null && unit.kind === kind,
				(unit) => sameSpelling(name.trim().slice(-unit.name.length), unit.name),
			]);
		if (own.includes(key) || own.includes(rest)) return { unit: commune };
		// `Tổ CNSCĐ và Đề án 06 thôn Tường Vu`: the place stands at the end.
		const ending = villages.flatMap((unit) =>
			[`${ownWord(unit.kind)} ${placeKey(unit.name)}`, placeKey(unit.name)]
				.filter((end) => end.includes(' ') && key.endsWith(` ${end}`))
				.map((end) => ({ unit, length: end.length })),
		);
		const longest = Math.max(0, ...ending.map(({ length }) => length));
		return narrow(
			[...new Set(ending.filter((each) => each.length === longest).map((each) => each.unit))],
			[],
		);
	}
}

/** A team's name without the team's words in front and the commune behind. */
function insideCommune(name: string, commune: PlaceUnit): string {
	const { rest } = withoutKind(keysOf(commune)[0] ?? '');
	return nameOfTeam(name).replace(
		new RegExp(`(?<=.) (?:xa|phuong|thi tran|tt|dac khu) ${rest}$`),
		'',
	);
}

const keysOfUnits = new WeakMap<PlaceUnit, string[]>();

/** What a unit may be called: by its name alone, or with its kind in front. */
function keysOf(unit: PlaceUnit): string[] {
	const named = keysOfUnits.get(unit);
	if (named) return named;
	const key = placeKey(unit.name);
	const keys = [key, `${ownWord(unit.kind)} ${key}`];
	keysOfUnits.set(unit, keys);
	return keys;
}

const districtKey = (text: string) =>
	searchKey(text).replace(/^(huyen|thi xa|thanh pho|quan|tx|tp|h|q) /, '');

/** Each test is followed only where some of the units pass it. */
function narrow(found: PlaceUnit[], tests: readonly ((unit: PlaceUnit) => boolean)[]): Match {
	let left = found;
	for (const test of tests) {
		if (left.length < 2) break;
		const passing = left.filter(test);
		if (passing.length > 0) left = passing;
	}
	const [unit] = left;
	return unit && left.length === 1 ? { unit } : { candidates: left };
}
