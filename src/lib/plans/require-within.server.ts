import { InvalidError } from '../server/errors';
import type { DoneWithin } from './done-within';

/** @throws InvalidError that names the field and the days between which it has to lie. */
export function requireWithin(field: string, day: string, { from, until }: DoneWithin): void {
	if (day < from || day > until)
		throw new InvalidError([
			{ field, rule: 'dayOutside', message: `should lie between ${from} and ${until}` },
		]);
}
