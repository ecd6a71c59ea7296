import { InvalidError, type Problem } from '../../server/errors';
import type { ProblemSink } from './problem-sink';

/** A wrong file can have a fault in every line: beyond this many nobody reads on. */
const mostListed = 10_000;

/** Gathers everything that is wrong with a file, so that a person can mend it in one go. */
export class ProblemList implements ProblemSink {
	readonly #problems: Problem[] = [];

	add(field: string, rule: string, message: string): void {
		if (this.#problems.length < mostListed) this.#problems.push({ field, rule, message });
		if (this.#problems.length < mostListed) return;
		this.#problems.push({
			field: 'file',
			rule: 'tooManyProblems',
			message: `more than ${mostListed} problems; the rest was not looked at`,
		});
		this.throwIfAny();
	}

	/** @throws InvalidError with all of them. */
	throwIfAny(): void {
		if (this.#problems.length > 0) throw new InvalidError(this.#problems);
	}
}

/** @throws InvalidError with this one fault, for what makes reading on pointless. */
export function refuseFile(rule: string, message: string, field = 'file'): never {
	throw new InvalidError([{ field, rule, message }]);
}
