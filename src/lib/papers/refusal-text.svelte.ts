import type { FilePlace } from '../contracts/papers';
import type { getLanguage } from '../messages/context';

/** Why a file was refused, and where in it that is. */
export function refusalText(
	reason: string,
	place: FilePlace | null,
	{ work, format }: ReturnType<typeof getLanguage>,
): string {
	if (!place) return reason;
	const { sheet, address } = place;
	const words = work.papers.files.refusedAt;
	if (sheet === '')
		return `${reason} ${words.line(format.number(Number(/\d+$/.exec(address)?.[0])))}`;
	return `${reason} ${address === '' ? words.sheet(sheet) : words.cell(sheet, address)}`;
}
