import type { UnitKind, UnitLevel } from '../../contracts/admin-units';
import { levelOf, splitName, wordOf } from '../kinds';
import { searchKey } from '../../contracts/text/search-key';
import type { ProblemSink } from './problem-sink';
import { findSpellingFault } from './spelling';

/** The sum under a list: without a code, and named so. */
export const isTotal = ({ code, name }: { code: string; name: string }): boolean =>
	code === '' && /^(tong|cong)( |$)/.test(searchKey(name));

export function checkName(name: string, problems: ProblemSink, place: string): boolean {
	if (name === '') {
		problems.add(place, 'missingName', 'has no name');
		return false;
	}
	const fault = findSpellingFault(name);
	if (fault) problems.add(place, fault.rule, fault.message);
	return fault === undefined;
}

const examples = 'Tỉnh, Thành phố, Huyện, Xã, Phường, Thôn, Tổ dân phố …';

/** @param stated what the column of kinds says; the name may say one too, and mustn't say another. */
export function checkKind(
	stated: string,
	kind: UnitKind | undefined,
	name: string,
	problems: ProblemSink,
	place: string,
): void {
	if (!kind) {
		problems.add(
			place,
			'kind',
			stated === '' ? `has no kind (${examples})` : `${stated} is no kind of unit (${examples})`,
		);
		return;
	}
	const named = contradictingKind(kind, name);
	if (named && stated !== '')
		problems.add(
			place,
			'kindConflict',
			`"${name}" begins with ${wordOf(named)}, but its kind is ${stated}; say the same in both, or leave the kind out of the name`,
		);
}

/**
 * The kind that a name begins with, where it can't be part of the name: `Thôn Làng Cả` and `Xã Bản Xèo`
 * are names, `Xã Phường Mẫu` is none.
 */
export function contradictingKind(kind: UnitKind, name: string): UnitKind | undefined {
	if (levelOf(kind, '') === 'organisation') return undefined;
	const named = splitName(name).kind;
	if (named === undefined || named === kind) return undefined;
	return levelOf(named, '') === 'village' ? undefined : named;
}

const codeShapes: Partial<Record<UnitLevel, { pattern: RegExp; text: string; digits?: number }>> = {
	country: { pattern: /^VN$/, text: 'VN' },
	province: { pattern: /^\d{2}$/, text: '2 digits', digits: 2 },
	district: { pattern: /^\d{3}$/, text: '3 digits', digits: 3 },
	commune: { pattern: /^\d{5}$/, text: '5 digits', digits: 5 },
};

export function checkCode(
	code: string,
	level: UnitLevel,
	problems: ProblemSink,
	place: string,
): boolean {
	const shape = codeShapes[level];
	if (!shape || shape.pattern.test(code)) return true;
	problems.add(place, 'code', describeCode(code, level, shape));
	return false;
}

/** A spreadsheet that took codes for numbers left `7182` or `7182.0` of `07182`. */
function describeCode(
	code: string,
	level: UnitLevel,
	{ text, digits }: { text: string; digits?: number },
): string {
	const [, number] = /^(\d+)(?:[.,]0+)?$/.exec(code) ?? [];
	if (digits === undefined || number === undefined || number.length > digits)
		return `code ${code} of a ${level} should be ${text}`;
	const whole = number.padStart(digits, '0');
	return number.length < digits
		? `code ${code} of a ${level} lost its leading zero: write ${whole}, in a column formatted as text`
		: `code ${code} was stored as a number: write ${whole}, in a column formatted as text`;
}
