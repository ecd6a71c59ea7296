import type { Reading } from '../contracts/coverage';
import { wilsonInterval } from '../contracts/numbers/wilson';

/** A difference of shares: as wide as most policy classes. */
const mostWidth = 0.2;

/**
 * Whether a share rests on so few households that a handful of them would move it into another class: its
 * interval of 95 % (Wilson) is wider than a class. Nothing is said against the count itself.
 */
export function isUncertain(reading: Reading): boolean {
	if (reading.kind !== 'share') return false;
	const interval = wilsonInterval({ checked: reading.base, confirmed: reading.able });
	return interval !== null && interval.to - interval.from > mostWidth;
}
