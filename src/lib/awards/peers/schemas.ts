import * as v from 'valibot';
import { longest } from '../season/schemas';

export const mostPeers = 30;

/** A unit's peers as they are changed; messages are names of rules. */
export const ChangedPeers = v.object({
	categoryId: v.pipe(v.number('choose'), v.integer('choose')),
	unitId: v.pipe(v.number('choose'), v.integer('choose')),
	peers: v.pipe(
		v.array(v.pipe(v.number('choose'), v.integer('choose'))),
		v.minLength(1, 'peers'),
		v.maxLength(mostPeers, 'peers'),
	),
	reason: v.pipe(
		v.string('text'),
		v.trim(),
		v.minLength(5, 'text'),
		v.maxLength(longest.reason, 'tooLong'),
	),
});
