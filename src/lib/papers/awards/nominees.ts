import type { MinutesFacts, PaperNominee, PaperVote } from '../../contracts/awards/papers';
import type { TableLine } from '../official/tables';
import { fullName, unitTitle } from '../official/wording';
import { vi } from '../../messages/vi';

/** The vote that settled a nominee, or the last that tried to; undefined before any. */
export const lastVote = (
	votes: readonly PaperVote[],
	nominationId: number,
): PaperVote | undefined => votes.findLast((vote) => vote.nominationId === nominationId);

/** Those whom the council proposes: in the order of categories, then of being put forward. */
export const proposed = (facts: Pick<MinutesFacts, 'nominees' | 'proposed'>): PaperNominee[] =>
	facts.nominees.filter(({ nominationId }) => facts.proposed.includes(nominationId));

/** `thôn Tân Tiến, xã Đồng Phú`, in the middle of a sentence. */
export const placeOf = ({ unit, within }: Pick<PaperNominee, 'unit' | 'within'>): string =>
	[unit, within].flatMap((place) => (place ? [unitTitle(place)] : [])).join(', ');

/** `Xã Đồng Phú`, as it begins a cell or a line. */
export const startOf = (unit: PaperNominee['unit']): string =>
	fullName(vi.common.kinds[unit.kind], unit.name);

export const isPerson = ({ kind }: Pick<PaperNominee, 'kind'>): boolean => kind === 'individual';

/** A nominee as a line names one; whose name was erased is still counted. */
export const nameOf = (nominee: PaperNominee): string => {
	if (isPerson(nominee)) return nominee.name === '' ? '(đã xóa theo quy định)' : nominee.name;
	return nominee.kind === 'commune' ? startOf(nominee.unit) : nominee.name;
};

/** Post and place of a person, the place of everybody else. */
export const aboutOf = (nominee: PaperNominee): string => {
	const place =
		nominee.kind === 'commune' && nominee.within ? unitTitle(nominee.within) : placeOf(nominee);
	return [nominee.position, place].filter(Boolean).join(', ');
};

/** The same as it begins a cell. */
export const aboutCell = (nominee: PaperNominee): string => {
	const text = aboutOf(nominee);
	return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Nominees by categories, in the order in which they come. */
export function byCategory(
	nominees: readonly PaperNominee[],
): { id: number; name: string; nominees: PaperNominee[] }[] {
	const ids = [...new Set(nominees.map(({ categoryId }) => categoryId))];
	return ids.map((id) => {
		const own = nominees.filter(({ categoryId }) => categoryId === id);
		return { id, name: own[0]?.categoryName ?? '', nominees: own };
	});
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** Lines of a table: a heading for each category, then its nominees, numbered anew. */
export const categoryLines = (
	nominees: readonly PaperNominee[],
	cellsOf: (nominee: PaperNominee) => readonly string[],
): TableLine[] =>
	byCategory(nominees).flatMap(({ name, nominees: own }, index): TableLine[] => [
		{ across: `${roman[index] ?? String(index + 1)}. ${name} (${counted(own)})` },
		...own.map((nominee, place) => [String(place + 1), ...cellsOf(nominee)]),
	]);

/** `03 tập thể`, `12 cá nhân`: papers of awards write numbers below ten with a nought before. */
export const counted = (nominees: readonly PaperNominee[]): string => {
	const people = nominees.filter(isPerson).length;
	const collectives = nominees.length - people;
	const parts = [
		...(collectives > 0 || people === 0 ? [`${padded(collectives)} tập thể`] : []),
		...(people > 0 ? [`${padded(people)} cá nhân`] : []),
	];
	return parts.join(' và ');
};

export const padded = (count: number): string => String(count).padStart(2, '0');
