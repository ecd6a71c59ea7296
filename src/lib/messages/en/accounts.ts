import type { Messages } from '..';

export const accounts: Messages['accounts'] = {
	roles: {
		viewer: 'Viewer',
		reporter: 'Reporter',
		approver: 'Approver',
		committee: 'Award committee',
		administrator: 'Administrator',
	},
	errorTitle: (title) => `Error: ${title}`,
	wait: (minutes) =>
		`Too many wrong attempts. Wait ${minutes === 1 ? '1 minute' : `${minutes} minutes`} and try again.`,
	signIn: {
		title: 'Sign in',
		purpose:
			'For officials and community digital technology teams. Figures are public: no need to sign in.',
		name: 'User name',
		password: 'Password',
		submit: 'Sign in',
		nameMissing: 'Enter your user name.',
		passwordMissing: 'Enter your password.',
		wrong: 'User name or password is wrong.',
		forgotten: 'Forgotten your password? Ask your unit’s administrator to reset it.',
	},
	account: {
		title: 'Account',
		name: 'User name',
		displayName: 'Display name',
		grants: 'Roles and units',
		noGrants: 'This account has no role yet.',
	},
	password: {
		title: 'Change password',
		current: 'Current password',
		next: 'New password',
		hint: (least) =>
			`At least ${least} characters. A long sentence that you remember works best; digits and symbols are not required.`,
		repeated: 'New password again',
		submit: 'Change password',
		changed: 'Password changed. Other devices have been signed out.',
		faults: {
			tooShort: (least) => `The new password must have at least ${least} characters.`,
			tooLong: (most) => `The new password may have at most ${most} characters.`,
			isName: 'The new password must not be made of your user name.',
			common: 'The new password is one of those that are guessed first. Choose another.',
			different: 'The two new passwords are not the same.',
			wrong: 'The current password is wrong.',
			unchanged: 'The new password is the same as the current one.',
		},
	},
	sessions: {
		title: 'Where you are signed in',
		device: (browser, system) => `${browser} on ${system}`,
		unknownDevice: 'Unknown device',
		current: 'this device',
		since: (time, date) => `Signed in at ${time} on ${date}`,
		signOutElsewhere: 'Sign out everywhere else',
		ended: (count) =>
			count === 0
				? 'You are not signed in anywhere else.'
				: `Signed out in ${count} other ${count === 1 ? 'place' : 'places'}.`,
	},
	tokens: {
		title: 'API tokens',
		purpose:
			'Programs use API tokens to send reports on your behalf. An administrator makes new ones on the command line.',
		none: 'No tokens yet.',
		created: (date) => `Made on ${date}`,
		lastUsed: (time, date) => `Last used at ${time} on ${date}`,
		neverUsed: 'Never used',
		revokedOn: (date) => `Revoked on ${date}`,
		revoke: 'Revoke',
		revokeNamed: (label) => `Revoke token “${label}”`,
		revoked: 'Token revoked. The program that uses it can no longer send.',
		notFound: 'This token no longer exists, or has been revoked before.',
	},
};
