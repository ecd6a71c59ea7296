import type { Measure } from '../../contracts/coverage';
import { shownShare } from '../../contracts/numbers/shown-share';
import type { Qualifier } from '../../contracts/reports';

/** A number as an official paper states it. */
export interface Stated {
	value: number;
	qualifier: Qualifier;
}

/** A sum is as vague as its vaguest part: one "khoảng" makes it "khoảng", else one "hơn" makes it "hơn". */
export function sumStated(parts: readonly Stated[]): Stated | null {
	if (parts.length === 0) return null;
	const has = (qualifier: Qualifier) => parts.some((part) => part.qualifier === qualifier);
	return {
		value: parts.reduce((sum, { value }) => sum + value, 0),
		qualifier: has('~') ? '~' : has('>') ? '>' : '=',
	};
}

/** One count divided by another; of what is not exact, a share is about. */
export function divideStated(numerator: Stated | null, denominator: Stated | null): Stated | null {
	if (!numerator || !denominator || denominator.value === 0) return null;
	const exact = numerator.qualifier === '=' && denominator.qualifier === '=';
	return { value: numerator.value / denominator.value, qualifier: exact ? '=' : '~' };
}

/** How many households answered at all: the largest base of any measure. */
export const reviewedHouseholds = (households: ReadonlyMap<Measure, { base: number }>): number =>
	Math.max(...[...households.values()].map(({ base }) => base));

type Target = { value: Stated; reached: Stated | null } | null;

/** How much of a target was reached; null unless both are known. */
export const reachedOf = (target: Target): Stated | null =>
	target && divideStated(target.reached, target.value);

/** `62,5%`: how much of a target was reached; empty unless both are known. */
export function reachedText(target: Target): string {
	const part = reachedOf(target);
	return part ? statedText(part, true) : '';
}

const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 });
const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });
const words: Record<Qualifier, string> = { '=': '', '>': 'hơn ', '~': 'khoảng ' };

/** `hơn 8.000`, `khoảng 80%`. */
export function statedText({ value, qualifier }: Stated, isShare: boolean): string {
	return words[qualifier] + (isShare ? share.format(shownShare(value)) : whole.format(value));
}

/** How far what one source counts lies from what another does. */
export function gapOf(
	stated: Stated,
	counted: Stated,
): { kind: 'higher' | 'lower' | 'same'; by: Stated } {
	const difference = stated.value - counted.value;
	const isExact = stated.qualifier === '=' && counted.qualifier === '=';
	return {
		kind: difference > 0 ? 'higher' : difference < 0 ? 'lower' : 'same',
		by: { value: Math.abs(difference), qualifier: isExact ? '=' : '~' },
	};
}

/** `tăng 40`, `giảm 2,5 điểm phần trăm`, `không đổi`; empty unless both are known. */
export function changeText(now: Stated | null, before: Stated | null, isShare: boolean): string {
	if (!now || !before) return '';
	const difference = now.value - before.value;
	if (difference === 0) return 'không đổi';
	const vague = now.qualifier === '=' && before.qualifier === '=' ? '' : 'khoảng ';
	const amount = Math.abs(difference);
	const text = isShare ? `${points.format(amount * 100)} điểm phần trăm` : whole.format(amount);
	return `${difference > 0 ? 'tăng' : 'giảm'} ${vague}${text}`;
}
const points = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
