import type { Actor } from '$lib/contracts/accounts';
import type { ScreenViewer } from '$lib/contracts/screens';
import type { Locale } from '$lib/messages';
import type { DatabaseHandle } from '$lib/server/db/client';
import type { UnavailableError } from '$lib/server/errors';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Shown to the visitor and written to the log, so that a report can be matched. */
			id?: string;
		}
		interface PageData {
			/** The page's figures come in live: the header keeps the place of their age from the start. */
			live?: boolean;
			/** Names this showing of the page, for `OnceKey`; for who is signed in. */
			once?: string | undefined;
		}
		interface PageState {
			/** The query that was written into the address by hand; the page's own doesn't follow it. */
			search?: string;
		}
		interface Locals {
			actor: Actor | null;
			/** SHA-256 of the session token, hex; null for bearer tokens and visitors. */
			sessionHash: string | null;
			/** The paired screen that asks, where nobody is signed in on it. */
			screen: ScreenViewer | null;
			locale: Locale;
			handle: DatabaseHandle;
			/** Why the request failed, where that passes. */
			outage: UnavailableError['code'] | null;
		}
	}
}

export {};
