import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownBuild } from './own-build.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'nhip-so-build-'));
	mkdirSync(join(folder, 'build/client'), { recursive: true });
	writeFileSync(join(folder, 'build/client/page.js'), 'first');
});
afterEach(() => rmSync(folder, { recursive: true }));
const own = () => ownBuild(join(folder, 'build'), join(folder, 'running'));

it('keeps the files that a server was started with while others are built in their place', () => {
	const kept = own();
	rmSync(join(folder, 'build'), { recursive: true });
	mkdirSync(join(folder, 'build/client'), { recursive: true });
	writeFileSync(join(folder, 'build/client/page.js'), 'second');
	expect(readFileSync(join(kept, 'client/page.js'), 'utf8')).toBe('first');
	expect(readFileSync(join(own(), 'client/page.js'), 'utf8')).toBe('second');
});

it('clears away what a server left that was killed, and nothing of one that runs', () => {
	const { pid } = spawnSync(process.execPath, ['--version']);
	const gone = join(folder, 'running', String(pid));
	const alive = join(folder, 'running', String(process.ppid));
	for (const left of [gone, alive]) mkdirSync(left, { recursive: true });
	own();
	expect([gone, alive].map((left) => existsSync(left))).toEqual([false, true]);
});

it('reads the build where it is when nothing can be kept beside it', () => {
	writeFileSync(join(folder, 'running'), 'no folder');
	expect(own()).toBe(join(folder, 'build'));
});
