import { text } from '@sveltejs/kit';

/** The process is up and answers, whatever the database does. */
export const GET = () => text('ok', { headers: { 'cache-control': 'no-store' } });
