import { expect, it } from 'vitest';
import { roles } from '../../contracts/accounts';
import { covers } from './roles';

it.each([
	['viewer', ['viewer']],
	['reporter', ['viewer', 'reporter']],
	['approver', ['viewer', 'approver']],
	['committee', ['viewer', 'committee']],
	['administrator', ['viewer', 'reporter', 'approver', 'committee', 'administrator']],
] as const)('%s may do what %j may', (granted, expected) => {
	expect(roles.filter((asked) => covers(granted, asked))).toEqual(expected);
});
