import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Forms without the key of their showing, and why sending one of them twice makes nothing twice. */
const exceptions: Record<string, string> = {
	'lib/accounts/sign-in/CodeForm.svelte': 'signs in',
	'lib/accounts/sign-in/SignInForm.svelte': 'signs in',
	'lib/accounts/second-factor/SecondStepForm.svelte': 'signs in',
	'lib/reports/entry/EntryFrame.svelte': 'signs out',
	'lib/ui/SiteHeader.svelte': 'signs out',
	'routes/(public)/sign-in/new-password/+page.svelte':
		'before there is an account to keep the answer for; its step is over with the first one',
	'routes/(wall)/wall/pairing/+page.svelte':
		'a screen has no account either; a second code takes the place of its first',
};

/** By component: the forms that it posts. */
const posted = new Map(
	readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.svelte'))
		.map((path) => {
			const source = readFileSync(join('src', path), 'utf8');
			const forms = source.match(/<form\b[^]*?<\/form>/g) ?? [];
			return [path, forms.filter((form) => /\bmethod="post"/i.test(form))] as const;
		}),
);
const keyed = [...posted].flatMap(([path, forms]) =>
	path in exceptions ? [] : forms.map((form): [string, string] => [path, form]),
);

describe('a form that is posted', () => {
	it('is looked for where there are some', () => {
		expect(keyed.length).toBeGreaterThan(50);
	});

	it.each(keyed)('names the showing of its page: %s', (_, form) => {
		expect(form).toContain('<OnceKey />');
	});

	it.each(Object.entries(exceptions))('needs no key: %s %s', (path) => {
		const forms = posted.get(path) ?? [];
		expect(forms.length).toBeGreaterThan(0);
		for (const form of forms) expect(form).not.toContain('<OnceKey');
	});
});
