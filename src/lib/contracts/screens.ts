import * as v from 'valibot';
import { minuteLength } from './local-time';

/** Letters of a code, as RFC 8628 proposes: no vowels, so that no code says anything. */
export const pairingAlphabet = 'BCDFGHJKLMNPQRSTVWXZ';
export const pairingCodeLength = 8;
const pairingCode = new RegExp(`^[${pairingAlphabet}]{${pairingCodeLength}}$`);

/** How a code is kept and compared, however it was typed: `bcdf-ghjk` is `BCDFGHJK`; null for none. */
export function pairingCodeOf(typed: string): string | null {
	const code = typed.toUpperCase().replace(/[\s-]/g, '');
	return pairingCode.test(code) ? code : null;
}

/** As it is shown: `BCDF-GHJK`. */
export const shownPairingCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A screen asks so often whether it was approved, in milliseconds. */
export const pairingInterval = 5_000;

/** A screen says so often how it is, in milliseconds, and at once when it shows something else. */
export const reportInterval = minuteLength;
/** Of reports that come faster than this one is kept. */
export const shortestReportInterval = 5_000;

const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000));
const shortText = v.pipe(v.string(), v.maxLength(60));
const isoInstant = v.pipe(v.string(), v.isoTimestamp());

/** What a screen says of itself. */
export const ScreenReport = v.strictObject({
	/** The scene by its name in the address. */
	scene: shortText,
	/** Version of the program that it runs. */
	release: shortText,
	/** The earlier hour that it was told to show, local time without zone; null: the present. */
	at: v.nullable(v.pipe(v.string(), v.isoDateTime())),
	/** Change-log number that it shows, and when the server last confirmed that it is the newest. */
	number: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
	confirmedAt: isoInstant,
	/** Size of the picture in pixels of the screen. */
	width: pixels,
	height: pixels,
	/** Megabytes that its scripts hold; null where the browser doesn't say. */
	memory: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
});
export type ScreenReport = v.InferOutput<typeof ScreenReport>;

/** What a remote control has a screen show instead of what its own address says. */
export const ScreenShow = v.object({
	/** A scene by its name in the address; null: as the screen likes. */
	scene: v.nullable(v.string()),
	/** Code of the commune to look at. */
	commune: v.nullable(v.string()),
	/** The wall as it stood then, local time without zone: `2026-10-27T23:00`. */
	at: v.nullable(v.string()),
	/** ISO instant from which the screen goes its own way again. */
	until: v.string(),
});
export type ScreenShow = v.InferOutput<typeof ScreenShow>;

/** What a paired screen knows of itself. */
export const OwnScreen = v.object({
	id: v.number(),
	name: v.string(),
	show: v.nullable(ScreenShow),
	/** Where a phone finds its remote control, and the QR code that leads there. */
	remote: v.object({ address: v.string(), size: v.number(), path: v.string() }),
	/** The server's instant. */
	at: v.string(),
	/** The change-log number from which the live stream goes on. */
	number: v.number(),
});
export type OwnScreen = v.InferOutput<typeof OwnScreen>;

/** Who a paired screen is: it reads what a viewer of its unit reads, and has no account. */
export interface ScreenViewer {
	screenId: number;
	grants: [{ role: 'viewer'; unitId: number }];
}
