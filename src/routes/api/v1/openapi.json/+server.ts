import { json } from '@sveltejs/kit';
import { describeApi } from '$lib/reports/intake/openapi.server';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => json(describeApi());
