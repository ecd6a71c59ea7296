import { createHmac } from 'node:crypto';
import { largestId } from '../../contracts/text/address';

/** No nomination ever has a number so great. */
const leastBlindId = 2 ** 30;

/**
 * The number under which a nominee stands before the council while names are hidden: it follows from a key
 * that nobody is shown, so that none of what was known before the blind round leads to a sheet of it.
 */
export const blindIdOf = (key: string, nominationId: number): number =>
	leastBlindId +
	(createHmac('sha256', key).update(String(nominationId)).digest().readUInt32BE() %
		(largestId - leastBlindId));
