import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Forms that make nothing: whoever sends one twice is signed in or out all the same. */
const madeOfNothing = [
	'lib/accounts/sign-in/CodeForm.svelte',
	'lib/accounts/sign-in/SignInForm.svelte',
	'lib/accounts/second-factor/SecondStepForm.svelte',
	'lib/reports/entry/EntryFrame.svelte',
	'lib/ui/SiteHeader.svelte',
	// Before there is an account to keep the answer for; its step is over with the first one.
	'routes/(public)/sign-in/new-password/+page.svelte',
	// A screen has no account either; a second code takes the place of its first.
	'routes/(wall)/wall/pairing/+page.svelte',
];

const withForms = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.svelte') && !madeOfNothing.includes(path))
	.flatMap((path) => {
		const source = readFileSync(join('src', path), 'utf8');
		const forms = source.match(/<form\b[^]*?<\/form>/g) ?? [];
		const posted = forms.filter((form) => /\bmethod="post"/i.test(form));
		return posted.map((form): [string, string] => [path, form]);
	});

describe('a form that is posted', () => {
	it('is looked for where there are some', () => {
		expect(withForms.length).toBeGreaterThan(50);
	});

	it.each(withForms)('names the showing of its page: %s', (_, form) => {
		expect(form).toContain('<OnceKey />');
	});
});
