// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { requireNode, root, run } from './prepare.js';

/**
 * The tests of what changed: unit tests of whatever depends on it, database tests of its own room.
 * Words behind it are handed to vitest instead: `npm test -- src/lib/teams`.
 */
requireNode();

const given = process.argv.slice(2);

/** @param {...string} parameters */
const vitest = (...parameters) =>
	run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...parameters]);

/** @param {...string} parameters */
function git(...parameters) {
	const { stdout, status } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
	return status === 0
		? stdout.split('\0').filter((path) => path && existsSync(join(root, path)))
		: [];
}

/** What isn't committed yet, else what was committed last. */
function changedFiles() {
	const open = [
		...git('diff', '--name-only', '-z', 'HEAD'),
		...git('ls-files', '--others', '--exclude-standard', '-z'),
	];
	return open.length > 0 ? open : git('diff', '--name-only', '-z', 'HEAD~1', 'HEAD');
}

/** @param {string} path */
const isDatabaseTest = (path) =>
	path.endsWith('.database.test.ts') || /^tests\/(database|faults)\/.*\.test\.ts$/.test(path);

/** @param {string[]} files */
function databaseTests(files) {
	const rooms = new Set(files.filter((path) => path.startsWith('src/lib/')).map(dirname));
	const beside = [...rooms].flatMap((room) =>
		readdirSync(join(root, room)).map((name) => `${room}/${name}`),
	);
	return [...new Set([...files, ...beside])].filter(isDatabaseTest);
}

async function testChanges() {
	const files = changedFiles();
	if (files.length === 0) {
		console.log('Nothing changed. All tests: npm run test:all');
		return 0;
	}
	const ofDatabase = databaseTests(files);
	const code = await vitest('related', '--run', '--project=unit', '--passWithNoTests', ...files);
	if (ofDatabase.length === 0) return code;
	return (await vitest('run', '--project=database', ...ofDatabase)) || code;
}

process.exitCode = await (given.length > 0 ? vitest('run', ...given) : testChanges());
