import { serverAddress } from './environment';
import { address, findSomeCommune, routes } from './every-route';
import { expect, test, unpacked } from './fixtures';

test.use(unpacked);

/** The last file by its name: it ends and takes back what other files look at. */
test.beforeEach(({ request }) => findSomeCommune(request));

test('no form fails over what is typed into it', async ({ context, signIn }) => {
	test.setTimeout(900_000);
	await signIn('administrator');
	const found: string[] = [];
	let sent = 0;
	for (const route of routes.filter((route) => /\/\((public|internal)\)/.test(route))) {
		const path = address(route);
		const page = await (await context.request.get(serverAddress + path)).text();
		for (const [, attributes = '', body = ''] of page.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
			if (!/method="post"/i.test(attributes) || attributes.includes('/dang-xuat')) continue;
			const action = (/action="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&amp;', '&');
			const names = [
				...new Set([...body.matchAll(/name="([^"]+)"/g)].map(([, name = '']) => name)),
			];
			if (names.length === 0) continue;
			const url = new URL(action, serverAddress + path).href;
			for (const odd of ['a\0b', '\ufffe', '1e20', '2147483648', '2026-02-30', '9999-12']) {
				const fields = Object.fromEntries(names.map((name) => [name, odd]));
				const multipart = attributes.includes('multipart');
				const answer = await context.request.post(url, {
					...(multipart ? { multipart: fields } : { form: fields }),
					headers: { origin: serverAddress },
					maxRedirects: 0,
				});
				sent++;
				if (answer.status() >= 500)
					found.push(`${answer.status()} ${url} ${JSON.stringify(odd)} ${names.join()}`);
			}
		}
	}
	expect(sent).toBeGreaterThan(100);
	expect(found).toEqual([]);
});
