import type { Server } from 'node:http';
import { readConfig, type Config } from './config';
import { openDatabase, type DatabaseHandle } from './db/client';
import { prepareDatabase } from './db/prepare';
import { describeFailure, StartError } from './failure';

export interface App {
	config: Config;
	handle: DatabaseHandle;
	/** What to undo before the database closes; by name, so that a hot reload replaces its own. */
	beforeStop: Map<string, () => Promise<void> | void>;
	/** Called by whoever started the process, when it is to end: lets go of sockets and timers. */
	drain(): Promise<void>;
	/** Called once no more requests come: closes the database. */
	stop(): Promise<void>;
}

/** What lives as long as the process: kept on `globalThis`, so that a hot reload finds it again. */
const key = Symbol.for('nhip-so.app');
const store = globalThis as { [key]?: Promise<App> | App };

/**
 * Opens and migrates the database once; called by SvelteKit before the first request.
 * @throws StartError for what the person who starts the program can mend.
 */
export async function startApp(): Promise<void> {
	store[key] ??= open();
	store[key] = await store[key];
}

async function open(): Promise<App> {
	try {
		const config = readConfig();
		const handle = await openDatabase(config);
		await prepareDatabase(handle);
		const beforeStop: App['beforeStop'] = new Map();
		const drain = async () => {
			for (const undo of beforeStop.values()) await undo();
			beforeStop.clear();
		};
		const stop = async () => {
			await drain();
			await handle.close();
		};
		return { config, handle, beforeStop, drain, stop };
	} catch (error) {
		const line = describeFailure(error);
		throw line === undefined ? error : new StartError(line, { cause: error });
	}
}

/** @throws Error before `startApp` has finished. */
export function app(): App {
	const current = store[key];
	if (!current || current instanceof Promise) throw new Error('The application has not started.');
	return current;
}

/** The HTTP server that whoever started us left behind; undefined while building. */
export function httpServer(): Server | undefined {
	return (globalThis as Record<symbol, unknown>)[Symbol.for('nhip-so.http-server')] as
		| Server
		| undefined;
}
