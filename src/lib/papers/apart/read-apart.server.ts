import { workerPool } from '../../server/worker-pool';
import { RefusedFile } from '../workbook/refused-file.server';
import type { Answer, Jobs } from './worker.server';

/** Two files at once; reading stops by its own bounds long before the time is up. */
const work = workerPool({
	name: 'papers',
	source: new URL('./worker.server.ts', import.meta.url),
	...{ workers: 2, waiting: 50, heapMegabytes: 512, milliseconds: 45_000 },
	tooSlow: () => new RefusedFile('tooSlow'),
	outOfMemory: (cause) => new RefusedFile('tooManyCells', null, { cause }),
});

/**
 * Does a job with what somebody sent in a worker: whatever the file holds, nobody else waits for it,
 * and what takes too much time or memory ends there.
 * @throws RefusedFile; BusyError when too many files are waiting already.
 */
export async function readApart<Name extends keyof Jobs>(
	name: Name,
	task: Parameters<Jobs[Name]>[0],
): Promise<Awaited<ReturnType<Jobs[Name]>>> {
	const answer = await work<Answer<Awaited<ReturnType<Jobs[Name]>>>>({ name, task });
	if ('value' in answer) return answer.value;
	if ('refusal' in answer) throw new RefusedFile(answer.refusal, answer.place);
	throw new Error(answer.defect);
}
