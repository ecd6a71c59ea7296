import { error } from '@sveltejs/kit';
import { drawCard, type Card } from '$lib/pictures/card';
import { rasterise } from '$lib/pictures/rasterise.server';
import { drawSheet, type Sheet } from '$lib/pictures/sheet';

/** Opened by itself, a drawing may load and run nothing. */
const alone = { 'content-security-policy': "default-src 'none'" };

export async function sendCard(card: Card | null): Promise<Response> {
	if (!card) error(404, 'notFound');
	return sendPng(drawCard(card));
}

export async function sendSheet(sheet: Sheet | null, form: 'svg' | 'png'): Promise<Response> {
	if (!sheet) error(404, 'notFound');
	const svg = drawSheet(sheet);
	if (form === 'png') return sendPng(svg);
	return new Response(svg, {
		headers: { 'content-type': 'image/svg+xml; charset=utf-8', ...alone },
	});
}

const sendPng = async (svg: string) =>
	new Response(await rasterise(svg), { headers: { 'content-type': 'image/png' } });
