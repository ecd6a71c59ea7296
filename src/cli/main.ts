import { createProgram } from './program';
import { reportFailure } from './run';

try {
	await createProgram().parseAsync(process.argv);
} catch (error) {
	process.exitCode = reportFailure(error);
}
