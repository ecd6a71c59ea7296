import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { textFirst } from './text-first';

const script = `
	Promise.all([
		import("./start.js"),
		import("./app.js")
	]).then(([kit, app]) => kit.start(app, "$&"));
`;
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (html: string, link = '<./start.js>; rel="modulepreload"; nopush') =>
	new Response(html, {
		headers: {
			'content-security-policy': `script-src 'self' ${hashOf(script)}; base-uri 'none'`,
			link: `<./letters.woff2>; rel="preload"; as="font", ${link}`,
		},
	});

test('a page names its scripts where it has been drawn, and its policy allows that', async () => {
	const answer = await textFirst(page(`<p>Text</p><script>${script}</script>`));
	expect(answer.headers.get('link')).toBe('<./letters.woff2>; rel="preload"; as="font"');
	const html = await answer.text();
	const [, written = ''] = /<p>Text<\/p><script>([\s\S]+)<\/script>/.exec(html) ?? [];
	expect(written).toMatch(/requestAnimationFrame[\s\S]+\["\.\/start\.js"\][\s\S]+Promise\.all/);
	expect(written).toContain('kit.start(app, "$&")');
	expect(answer.headers.get('content-security-policy')).toBe(
		`script-src 'self' ${hashOf(written)}; base-uri 'none'`,
	);
});

test('a page without scripts stays as it is', async () => {
	const answer = page('<p>Text</p>', '<./other.woff2>; rel="preload"; as="font"');
	expect(await textFirst(answer)).toBe(answer);
});

test('a page that begins in a way of its own is not sent without its scripts', async () => {
	await expect(textFirst(page('<script>import("./start.js")</script>'))).rejects.toThrow('begin');
});
