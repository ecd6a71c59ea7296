import type { ClientInit } from '@sveltejs/kit';
import { noteTyped } from '$lib/ui/typed-early';

export const init: ClientInit = noteTyped;
