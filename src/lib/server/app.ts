import type { Server } from 'node:http';
import { readConfig, type Config } from './config';
import { openDatabase, type DatabaseHandle } from './db/client';
import { prepareDatabase } from './db/prepare';

export interface App {
	config: Config;
	handle: DatabaseHandle;
}

/** What lives as long as the process: kept on `globalThis`, so that a hot reload finds it again. */
const key = Symbol.for('nhip-so.app');
const store = globalThis as { [key]?: Promise<App> | App };

/** Opens and migrates the database once; called by SvelteKit before the first request. */
export async function startApp(): Promise<void> {
	store[key] ??= open();
	store[key] = await store[key];
}

async function open(): Promise<App> {
	const config = readConfig();
	const handle = await openDatabase(config);
	await prepareDatabase(handle);
	return { config, handle };
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
		Server | undefined;
}
