import { plainText } from '$lib/server/plain-text';
import type { RequestHandler } from './$types';

/** The process is up and answers, whatever the database does. */
export const GET: RequestHandler = () => plainText('ok', { cacheControl: 'no-store' });
