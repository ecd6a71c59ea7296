import { createHash } from 'node:crypto';

/** How SvelteKit's page asks for the scripts that begin it. */
const beginning = /Promise\.all\(\[\s*import\("[^"]+"\),\s*import\("[^"]+"\)\s*\]\)/;
const scripts = /<script>([\s\S]*?)<\/script>/g;

/**
 * A page that asks for its scripts once its text is drawn: on a slow line they would share it with the text,
 * and on a slow phone they would run before it. A page that nobody looks at, which is never drawn, asks for
 * them within a second.
 */
export async function textFirst(answer: Response): Promise<Response> {
	const links = answer.headers.get('link')?.split(', ') ?? [];
	const modules = links.flatMap((link) => /^<([^>]+)>; rel="modulepreload"/.exec(link)?.[1] ?? []);
	if (modules.length === 0) return answer;
	const written = await answer.text();
	const before = [...written.matchAll(scripts)].find(([, script = '']) =>
		beginning.test(script),
	)?.[1];
	if (before === undefined) throw new Error('The page does not begin as SvelteKit writes it.');
	const after = before.replace(beginning, (asking) => onceDrawn(asking, modules));
	const headers = new Headers(answer.headers);
	headers.set('link', links.filter((link) => !link.includes('rel="modulepreload"')).join(', '));
	headers.delete('content-length');
	const policy = headers.get('content-security-policy');
	if (policy) headers.set('content-security-policy', policy.replace(hashOf(before), hashOf(after)));
	return new Response(
		written.replace(before, () => after),
		{ status: answer.status, headers },
	);
}

const hashOf = (script: string): string =>
	`'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const onceDrawn = (asking: string, modules: readonly string[]): string =>
	`new Promise((drawn) => {
						requestAnimationFrame(() => setTimeout(drawn));
						setTimeout(drawn, 1000);
					}).then(() => {
						for (const href of ${JSON.stringify(modules)})
							document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
						return ${asking};
					})`;
