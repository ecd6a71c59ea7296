import * as v from 'valibot';
import { pairingInterval } from '../contracts/screens';

const Answer = v.object({ state: v.picklist(['approved', 'waiting', 'refused', 'none']) });
export type PairingState = v.InferOutput<typeof Answer>['state'] | 'offline';

/** Asks every few seconds how a screen's pairing stands, until it is told to stop. */
export function followPairing(address: string, tell: (state: PairingState) => void): () => void {
	let stopped = false;
	const ask = async () => {
		const state = await readState(address);
		if (!stopped) tell(state);
	};
	const timer = setInterval(() => void ask(), pairingInterval);
	return () => {
		stopped = true;
		clearInterval(timer);
	};
}

async function readState(address: string): Promise<PairingState> {
	try {
		const response = await fetch(address, { signal: AbortSignal.timeout(pairingInterval) });
		const answer = v.safeParse(Answer, await response.json());
		return answer.success ? answer.output.state : 'offline';
	} catch {
		// No answer is an answer: the screen says that it is cut off, and asks again.
		return 'offline';
	}
}
