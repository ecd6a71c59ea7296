import { text } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The process is up and answers, whatever the database does. */
export const GET: RequestHandler = () => text('ok', { headers: { 'cache-control': 'no-store' } });
