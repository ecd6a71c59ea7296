import { randomInt } from 'node:crypto';
import { pairingAlphabet, pairingCodeLength } from '../contracts/screens';

/** 20⁸ of them, some 34 bits: enough for ten minutes in which one may guess ten times. */
export const newPairingCode = (): string =>
	Array.from(
		{ length: pairingCodeLength },
		() => pairingAlphabet[randomInt(pairingAlphabet.length)],
	).join('');
