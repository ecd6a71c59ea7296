import type { Unit } from '../../contracts/admin-units';
import { createFormat } from '../../messages/format';
import { vi } from '../../messages/vi';
import type { CommuneView } from '../commune/view';
import type { CommuneFacts } from './facts';

/** So that it can be pasted whole into a message. */
export const mostBytes = 500;

const format = createFormat('vi', vi);
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Whom a card is about, and what it became where it is no more. */
interface Standing extends Pick<CommuneView, 'current'> {
	unit: Pick<Unit, 'kind' | 'name'>;
	successors: readonly { unit: Pick<Unit, 'kind' | 'name'> }[];
}

/**
 * A commune in a few lines of text, at most 500 bytes of UTF-8. What doesn't fit is left out from the end on,
 * save for the address, whatever the length of names.
 * @param address of the commune's page, whole
 */
export function communeCard(
	facts: CommuneFacts | null,
	{ unit, current, successors }: Standing,
	address: string,
): string {
	const title = format.unitName(unit);
	const into = successors.map((successor) => format.unitName(successor.unit)).join(', ');
	const ended = current || into === '' ? [] : [`Nay là: ${into}.`];
	const lines = facts
		? [
				`${title}, ${format.month(facts.month)}`,
				...ended,
				`${format.share(facts.allFive.share)} số hộ có người biết đủ 5 kỹ năng số (${format.number(facts.allFive.able)}/${format.number(facts.allFive.base)} hộ đã rà soát).`,
				...(facts.previous === null ? [] : [`Tháng trước: ${format.share(facts.previous)}.`]),
				...(facts.province
					? [
							`Mức chung toàn ${vi.common.kinds[facts.province.kind].toLowerCase()}: ${format.share(facts.province.share)}.`,
						]
					: []),
			]
		: [title, ...ended, 'Chưa có số liệu được công bố.'];
	const room = mostBytes - bytesOf(`${address}\n`);
	const fitting = lines.filter(
		(_, index) => bytesOf(lines.slice(0, index + 1).join('\n')) + 1 <= room,
	);
	return `${[...fitting, address].join('\n')}\n`;
}
