import type { Actor } from '$lib/contracts/accounts';
import type { Locale } from '$lib/messages';
import type { DatabaseHandle } from '$lib/server/db/client';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Shown to the visitor and written to the log, so that a report can be matched. */
			id?: string;
		}
		interface Locals {
			actor: Actor | null;
			/** SHA-256 of the session token, hex; null for bearer tokens and visitors. */
			sessionHash: string | null;
			locale: Locale;
			handle: DatabaseHandle;
		}
	}
}

export {};
