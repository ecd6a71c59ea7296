import { requestOf, type Asking } from '../sign-in/enter.server';
import type { Proof } from './confirm-owner.server';

/** What a form of whoever is signed in brings along to show once more who is there. */
export function proofOf(event: Asking, password = ''): Proof {
	const { address, device, replaces } = requestOf(event);
	return { password, address, device, sessionHash: replaces };
}

/** Of a form that was refused: too early, or wrong. */
export const statusOf = (fault: string): 400 | 429 => (fault === 'wait' ? 429 : 400);
