import type { PublishedFreeze } from '../../contracts/awards/freeze';
import { compareFreeze, readContent, recompute, type CheckedStep } from './check-freeze';

export interface CheckQuestion {
	published: PublishedFreeze;
	criteriaHashes: Readonly<Record<string, string>>;
}
export type CheckAnswer = { steps: CheckedStep[] } | { failed: string };

addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
	postMessage(answer(data));
});

function answer({ published, criteriaHashes }: CheckQuestion): CheckAnswer {
	try {
		return { steps: compareFreeze(published, criteriaHashes, recompute(readContent(published))) };
	} catch (thrown) {
		return { failed: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}
