// @ts-check
import { linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A server reads the pages and files of its build when somebody asks for them first: a build made anew
 * beside it would take them away. So each server has links of its own to the files that it was started with.
 * @param {string} build
 * @param {string} running where those of all servers are, on the same disk
 * @returns {string} the server's own folder; `build` itself where that can't be: on another disk, of files of
 *   another account, where nothing can be written
 */
export function ownBuild(build, running) {
	const own = join(running, String(process.pid));
	try {
		mkdirSync(running, { recursive: true });
		for (const left of readdirSync(running))
			if (Number(left) === process.pid || !isAlive(Number(left))) clear(join(running, left));
		linkFolder(build, own);
	} catch {
		// A server without them serves as well, until somebody builds beside it.
		clear(own);
		return build;
	}
	process.on('exit', () => clear(own));
	return own;
}

/** @param {string} from @param {string} to */
function linkFolder(from, to) {
	mkdirSync(to);
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const link = entry.isDirectory() ? linkFolder : linkSync;
		link(join(from, entry.name), join(to, entry.name));
	}
}

/**
 * Another server that starts may be clearing the same away.
 * @param {string} folder
 */
function clear(folder) {
	try {
		rmSync(folder, { recursive: true, force: true });
	} catch (error) {
		const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error);
		if (!['ENOENT', 'ENOTDIR'].includes(code)) throw error;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// It is somebody else's.
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
