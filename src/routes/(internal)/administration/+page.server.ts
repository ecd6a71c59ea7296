import { mayOpen } from '$lib/accounts/access/policy.server';
import type { PageServerLoad } from './$types';

const parts = [
	'leaders',
	'users',
	'units',
	'catalogue',
	'contacts',
	'screens',
	'rules',
	'deadlines',
	'personal-data',
	'take-downs',
	'log',
] as const;

export const load: PageServerLoad = ({ locals }) => ({
	parts: parts.filter((part) => mayOpen(`/(internal)/administration/${part}`, locals.actor)),
});
