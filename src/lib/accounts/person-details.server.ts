import * as v from 'valibot';
import { InvalidError } from '../server/errors';

const DisplayName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100));
const Email = v.pipe(v.string(), v.trim(), v.maxLength(200), v.email());

/** @throws InvalidError with field `displayName` when it is empty or very long. */
export function parseDisplayName(typed: string): string {
	const parsed = v.safeParse(DisplayName, typed);
	if (parsed.success) return parsed.output;
	const rule = typed.trim() === '' ? 'required' : 'tooLong';
	const message = 'should have 1 to 100 characters';
	throw new InvalidError([{ field: 'displayName', rule, message }]);
}

/** Null when nothing was typed. @throws InvalidError with field `email`. */
export function parseEmail(typed: string): string | null {
	if (typed.trim() === '') return null;
	const parsed = v.safeParse(Email, typed);
	if (parsed.success) return parsed.output;
	throw new InvalidError([
		{ field: 'email', rule: 'email', message: 'should be an e-mail address' },
	]);
}
