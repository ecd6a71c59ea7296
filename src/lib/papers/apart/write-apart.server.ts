import { workerPool } from '../../server/worker-pool';
import { BusyError } from '../../server/errors';
import type { TeamPaper } from '../roster/write-team-paper.server';
import type { Answer, Order } from './worker.server';
import { minuteLength } from '../../contracts/local-time';

/** Beside the readers' workers: a province's paper takes seconds, and nobody's upload waits for it. */
const work = workerPool({
	name: 'papers',
	source: new URL('./worker.server.ts', import.meta.url),
	...{ workers: 1, waiting: 20, heapMegabytes: 512, milliseconds: minuteLength },
	tooSlow: () => new BusyError('A paper took too long to write.'),
	outOfMemory: (cause) => cause,
});

/**
 * Writes a file about teams in a worker: however long it is, the server goes on answering others.
 * @throws BusyError when too many are waiting already, or it takes too long.
 */
export async function writeApart(paper: TeamPaper): Promise<Uint8Array> {
	const answer = await work<Answer<Uint8Array>>({
		name: 'teamPaper',
		task: paper,
	} satisfies Order);
	if ('value' in answer) return answer.value;
	throw new Error('defect' in answer ? answer.defect : answer.refusal);
}
