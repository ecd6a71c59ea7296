import { ESLint } from 'eslint';
import { beforeAll, expect, it } from 'vitest';

/** The project's own configuration, but for what needs types: the files below don't exist. */
const eslint = new ESLint({
	ruleFilter: ({ ruleId }) => ruleId.startsWith('boundaries/'),
	overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

// The first file loads all plugins.
beforeAll(async () => {
	await isAllowed('src/hooks.probe.ts', 'svelte');
}, 60_000);

async function isAllowed(file: string, source: string) {
	const statement = `import { thing } from '${source}';\nexport { thing };\n`;
	const code = file.endsWith('.svelte') ? `<script lang="ts">\n${statement}</script>` : statement;
	const [result] = await eslint.lintText(code, { filePath: file });
	const other = result?.messages.filter(({ ruleId }) => ruleId !== 'boundaries/dependencies');
	expect(other).toEqual([]);
	return result?.messages.length === 0;
}

it.each([
	['src/lib/map/probe.ts', '$lib/reports/rules'],
	['src/lib/map/probe.ts', '$lib/ui/scale'],
	['src/lib/ui/Probe.svelte', '$lib/coverage/compute'],
	['src/lib/live/probe.svelte.ts', '$lib/server/config'],
	['src/lib/charts/probe.ts', '../admin-units/names'],
	['src/lib/contracts/probe.ts', '$lib/messages'],
	['src/lib/coverage/probe.ts', './snapshot.server'],
	['src/lib/coverage/probe.ts', '$lib/server/db/client'],
	['src/lib/coverage/probe.ts', '$lib/indicators/catalogue'],
	['src/lib/coverage/Probe.svelte', '$lib/reports/ReportForm.svelte'],
	['src/lib/coverage/probe.server.ts', '$lib/reports/submit.server'],
	['src/lib/coverage/probe.server.ts', '$lib/admin-units/names'],
	['src/lib/indicators/probe.server.ts', '$lib/teams/list.server'],
	['src/lib/accounts/probe.server.ts', '$lib/admin-units/home.server'],
	['src/lib/server/probe.ts', '$lib/accounts/identify.server'],
	['src/lib/server/probe.ts', '../../routes/+layout.server'],
	['src/lib/messages/probe.ts', '$lib/server/config'],
	['src/lib/demo/probe.ts', '$lib/map/style'],
	['src/cli/probe.ts', '$lib/map/style'],
	['src/lib/utils/probe.ts', '$lib/server/config'],
	['src/lib/reports/probe.server.ts', '../../hooks.server'],
])('%s may not import %s', async (file, source) => {
	expect(await isAllowed(file, source)).toBe(false);
});

it.each([
	['src/routes/probe/+page.server.ts', '$lib/reports/submit.server'],
	['src/hooks.probe.ts', '$lib/accounts/identify.server'],
	['src/lib/ranking/probe.server.ts', '$lib/coverage/snapshot.server'],
	['src/lib/ranking/probe.server.ts', './index-of'],
	['src/lib/coverage/Probe.svelte', '$lib/map/LiveMap.svelte'],
	['src/lib/coverage/probe.ts', './compute'],
	['src/lib/coverage/probe.test.ts', '../../../tests/database'],
	['src/lib/reports/probe.database.test.ts', '$lib/admin-units/import.server'],
	['src/lib/map/probe.ts', '$lib/messages/context'],
	['src/lib/server/live/probe.ts', '$lib/contracts/events'],
	['src/lib/demo/probe.ts', '$lib/reports/submit.server'],
	['src/cli/probe.ts', '$lib/demo/fill'],
	['src/lib/coverage/probe.server.ts', 'drizzle-orm'],
])('%s may import %s', async (file, source) => {
	expect(await isAllowed(file, source)).toBe(true);
});
