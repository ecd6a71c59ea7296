import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of the benchmark's own that is asked one thing at a time. */
export interface Child {
	ask<Answer>(question: string, data?: unknown): Promise<Answer>;
	stop(): Promise<void>;
}

/** @param file a TypeScript module that calls `answerParent`. */
export function startChild(file: URL, ...parameters: string[]): Child {
	const child = fork(file, parameters, { execArgv: ['--import', 'tsx'] });
	let waiting: { resolve: (value: never) => void; reject: (error: Error) => void } | undefined;
	child.on('message', ({ error, value }: { error?: string; value: never }) => {
		if (error === undefined) waiting?.resolve(value);
		else waiting?.reject(new Error(error));
	});
	child.on('exit', () => waiting?.reject(new Error(`${file.pathname} ended.`)));
	return {
		ask: <Answer>(question: string, data?: unknown) =>
			new Promise<Answer>((resolve, reject) => {
				waiting = { resolve, reject };
				child.send({ question, data });
			}),
		async stop() {
			const ended = once(child, 'exit');
			child.kill();
			await ended;
		},
	};
}

/** The child's side: what it answers to each question. */
export function answerParent(answers: Record<string, (data: never) => unknown>): void {
	process.on('message', ({ question, data }: { question: string; data: never }) => {
		void (async () => {
			try {
				process.send?.({ value: await answers[question]?.(data) });
			} catch (error) {
				process.send?.({ error: error instanceof Error ? error.message : String(error) });
			}
		})();
	});
}
