import type { UnitLevel } from '../../contracts/admin-units';
import { parseKind, splitKey } from '../kinds';
import { searchKey } from '../../contracts/text/search-key';

/** What matching needs of a unit. */
export interface Candidate {
	code: string;
	level: UnitLevel;
	kind: string;
	searchName: string;
	parentCode: string | null;
	grandparentCode: string | null;
}

/** What a file tells of a unit; blank where it doesn't. */
export interface Mention {
	code: string;
	name: string;
	/** `Xã`, `Phường` …: narrows a name down. */
	kind: string;
	/** Codes of what it lies in: narrow a name down. */
	within: readonly string[];
}

export type Match<Unit> =
	| { unit: Unit }
	| {
			rule: 'unknownCode' | 'otherName' | 'unknownName' | 'ambiguousName' | 'unnamed';
			message: string;
	  };

/**
 * Finds units by code, or by name only where that name is unique among communes; accents and tone
 * placement don't matter. A code whose bearer has another name is refused: codes are reused.
 */
export class UnitMatcher<Unit extends Candidate> {
	readonly #byCode: ReadonlyMap<string, Unit>;
	readonly #byName = new Map<string, Unit[]>();
	readonly #day: string;

	constructor(byCode: ReadonlyMap<string, Unit>, day: string) {
		this.#byCode = byCode;
		this.#day = day;
		for (const unit of byCode.values()) {
			if (unit.level !== 'commune') continue;
			const namesakes = this.#byName.get(unit.searchName);
			if (namesakes) namesakes.push(unit);
			else this.#byName.set(unit.searchName, [unit]);
		}
	}

	/** The code that a number stands for, with the zeros that numbers lose; undefined where two could be meant. */
	codeOf(number: number): string | undefined {
		const short = String(number);
		const whole = short.padStart(5, '0');
		if (!this.#byCode.has(whole)) return short;
		return short !== whole && this.#byCode.has(short) ? undefined : whole;
	}

	find(mention: Mention): Match<Unit> {
		if (mention.code !== '') return this.#findByCode(mention);
		if (mention.name !== '') return this.#findByName(mention);
		return { rule: 'unnamed', message: 'has neither a code nor a name' };
	}

	#findByCode({ code, name }: Mention): Match<Unit> {
		const unit = this.#byCode.get(code);
		const padded = /^\d+$/.test(code) ? this.#byCode.get(code.padStart(5, '0')) : undefined;
		if (!unit && padded)
			return {
				rule: 'unknownCode',
				message: `code ${code} lost its leading zero: write ${padded.code}, in a column formatted as text`,
			};
		if (!unit)
			return {
				rule: 'unknownCode',
				message: `there is no unit ${code} on ${this.#day}; import the units first, or name the day of the file with --valid-on`,
			};
		if (name === '' || namesOf(name, unit.level).includes(unit.searchName)) return { unit };
		return {
			rule: 'otherName',
			message: `${code} is ${name} in the file but another unit bears that code on ${this.#day}; codes are reused: name the day of the file with --valid-on`,
		};
	}

	#findByName({ name, kind, within }: Mention): Match<Unit> {
		const named =
			namesOf(name, 'commune')
				.map((key) => this.#byName.get(key) ?? [])
				.find((units) => units.length > 0) ?? [];
		const own = parseKind(kind);
		const fitting = named.filter(
			(unit) =>
				(own === undefined || unit.kind === own) &&
				within.every((code) => unit.parentCode === code || unit.grandparentCode === code),
		);
		const [unit] = fitting;
		if (unit && fitting.length === 1) return { unit };
		return fitting.length === 0
			? {
					rule: 'unknownName',
					message: `there is no commune ${name} on ${this.#day}; give its code, or leave it out of the file`,
				}
			: {
					rule: 'ambiguousName',
					message: `${name} is the name of ${fitting.length} communes (${fitting.map(({ code }) => code).join(', ')}); give its code`,
				};
	}
}

/** A name as it stands, then without a kind in front, twice so for a `Phường Phường Đúc`. */
function namesOf(name: string, level: UnitLevel): string[] {
	const key = searchKey(name);
	const once = splitKey(key, level).name;
	return [...new Set([key, once, splitKey(once, level).name])];
}
