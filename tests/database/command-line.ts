import { vi } from 'vitest';
import { createProgram } from '../../src/cli/program';
import { reportFailure } from '../../src/cli/run';

export interface Outcome {
	code: number;
	stdout: string;
	stderr: string;
}

/**
 * What the command line says to a line, and its exit code, within this process: a start of its own would
 * take seconds. That the program itself answers so is asked in src/cli/main.database.test.ts.
 */
export async function commandLine(
	line: readonly string[],
	environment: Readonly<Record<string, string>>,
): Promise<Outcome> {
	const said = { stdout: '', stderr: '' };
	const spies = (['stdout', 'stderr'] as const).map((stream) =>
		vi.spyOn(process[stream], 'write').mockImplementation((text) => {
			said[stream] += String(text);
			return true;
		}),
	);
	const log = vi.spyOn(console, 'log').mockImplementation((text) => {
		said.stdout += `${String(text)}\n`;
	});
	for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
	try {
		await createProgram().parseAsync(line, { from: 'user' });
		return { code: 0, ...said };
	} catch (error) {
		// It writes before what was said is read.
		return { code: reportFailure(error), ...said };
	} finally {
		vi.unstubAllEnvs();
		for (const spy of [...spies, log]) spy.mockRestore();
	}
}
