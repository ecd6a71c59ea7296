/**
 * Expected failures that a person can do something about. They are mapped to HTTP and to exit codes
 * in one place each; anything else is a defect and answered with 500.
 */
export abstract class ExpectedError extends Error {
	abstract readonly status: number;
	/** Stable, for programs: `report.invalid`. */
	abstract readonly code: string;
}

export class NotFoundError extends ExpectedError {
	readonly status = 404;
	readonly code = 'notFound';
}

/** It was public, and was taken down by decision. */
export class GoneError extends ExpectedError {
	readonly status = 410;
	readonly code = 'gone';
}

export class ForbiddenError extends ExpectedError {
	readonly status = 403;
	readonly code = 'forbidden';
}

export class ConflictError extends ExpectedError {
	readonly status = 409;
	readonly code = 'conflict';
}

/** One fault in what was sent: where it is, which rule it breaks, and the numbers involved. */
export interface Problem {
	/** Path of the field, `householdSkills.allFive`, or `line 12` of a file. */
	field: string;
	/** Stable rule name, `allFiveAtMostSkill`. */
	rule: string;
	/** In English; interfaces translate by `rule` and `numbers`. */
	message: string;
	numbers?: Record<string, number>;
}

export class InvalidError extends ExpectedError {
	readonly status = 422;
	readonly code = 'invalid';
	constructor(readonly problems: Problem[]) {
		super(problems.map((problem) => `${problem.field}: ${problem.message}`).join('\n'));
	}
}

/** The machine around us can't do now what it can do later. */
export class UnavailableError extends ExpectedError {
	readonly status = 503;
	constructor(
		readonly code: 'databaseAway' | 'databaseBusy' | 'diskFull',
		message: string,
		options?: ErrorOptions,
	) {
		super(message, options);
	}
}

export class DatabaseBusyError extends ExpectedError {
	readonly status = 503;
	readonly code = 'databaseBusy';
}

/** As much is being done already as can be at once: trying again soon helps. */
export class BusyError extends ExpectedError {
	readonly status = 503;
	readonly code = 'busy';
}

/** One network asks for more at once than is done for one: trying again soon helps. */
export class TooManyError extends ExpectedError {
	readonly status = 429;
	readonly code = 'tooManyRequests';
}
