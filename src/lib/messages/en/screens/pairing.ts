import type { WallMessages } from '../../types';

export const screenPairing: WallMessages['pairing'] = {
	title: 'Pair this screen',
	lead: 'Nobody signs in on the screen. An administrator approves it once, and it shows the figures of its unit by itself.',
	codeLabel: 'Pairing code',
	steps: {
		open: 'Scan the QR code with a phone, or open on a computer:',
		enter: 'Sign in as an administrator and enter the code above.',
		approve: 'Look at what asks, name the screen, choose its unit and press Approve.',
	},
	qr: 'QR code that opens the page on which this screen is approved',
	waiting: 'Waiting for an administrator',
	validUntil: (time) => `The code holds until ${time}; then the screen takes a new one by itself.`,
	none: 'The screen is asking for a code.',
	ask: 'Get a code',
	wait: (minutes) =>
		`This network has asked for too many codes. The screen asks again in ${minutes} min.`,
	refused:
		'An administrator has refused this screen. It asks for a new code by itself in a few minutes.',
	askAgain: 'Get a new code',
	offline: 'No connection. The screen tries again by itself.',
	remote: {
		title: 'Remote control by phone',
		qr: (address) => `QR code that opens the remote control of this screen: ${address}`,
	},
	signIn: 'Only want to look in this browser? Sign in',
};
