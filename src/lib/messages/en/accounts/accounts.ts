import type { AccountMessages } from '../../types';

export const accounts: AccountMessages = {
	roles: {
		viewer: 'Viewer',
		reporter: 'Reporter',
		approver: 'Approver',
		committee: 'Award committee',
		administrator: 'Administrator',
	},
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
		bothWrong: 'User name, password or code is wrong.',
		code: 'Six-digit code of your authenticator app, or a recovery code',
		codeHint:
			'Accounts with a second factor need not wait: enter the password again along with this code.',
		otherWays:
			'No code? A device you have signed in on before, another network, or the code on a sign-in slip from your commune still lets you in at once.',
		forgotten: 'Forgotten your password? Ask your unit’s administrator to reset it.',
		byCode: 'Have a sign-in slip? Enter the code on it',
	},
	codeSignIn: {
		title: 'Sign in with a code',
		purpose:
			'Twelve letters and digits, printed on the slip from your commune. Each code works once.',
		code: 'Sign-in code',
		fromLink: 'You opened a sign-in link from your commune. Press the button to enter.',
		submit: 'Sign in',
		missing: 'Enter the code.',
		wrong:
			'This code is wrong, has been used or revoked, or is too old. Ask your commune for a new one.',
		replaces: (name) =>
			`“${name}” is signed in on this device. If you go on, that account is signed out.`,
		byPassword: 'Sign in with a password',
	},
	secondFactor: {
		title: 'Second factor',
		stepTitle: 'Confirm your sign-in',
		enterCode: 'Open the authenticator app on your phone and enter the code that it shows.',
		code: 'Six-digit code',
		codeOrRecovery: 'Six-digit code, or a recovery code',
		submit: 'Confirm',
		wrong: 'This code is wrong or has been used. Wait for the app’s next code and enter that.',
		wait: (minutes) =>
			`Too many wrong codes. Wait ${minutes === 1 ? '1 minute' : `${minutes} minutes`} and try again.`,
		notWaiting: 'A recovery code works at once, without waiting.',
		lost: 'Lost your phone and your recovery codes? Ask another administrator to reset your second factor.',
		required: 'Approvers and administrators need a second factor. Set it up on your phone, once.',
		purpose:
			'After the password you are asked for a code from your phone: knowing the password is not enough then.',
		scan: 'Open an authenticator app (Google Authenticator, Microsoft Authenticator, FreeOTP…) and scan this code.',
		qr: 'QR code that adds the account to an authenticator app',
		typed: 'Can’t scan? Type this key into the app:',
		thenCode: 'Enter the code that the app shows now',
		begin: 'Set up a second factor',
		activate: 'Turn the second factor on',
		password: 'Your password',
		passwordHint: 'Once more, to make sure that this is you.',
		wrongPassword: 'The password is wrong.',
		byLink:
			'You signed in with a link. Set a password, sign in again with it, then set this up here.',
		since: (date) => `On since ${date}.`,
		codesLeft: (count) =>
			count === 1 ? '1 recovery code is left.' : `${count} recovery codes are left.`,
		renew: 'Make new recovery codes',
		renewHint: 'New codes replace the old ones. Confirm with the code that your app shows.',
		recoveryTitle: 'Recovery codes',
		recoveryText:
			'Keep these codes in a safe place, for example on paper. Each stands in for your phone once. They are shown only now.',
		done: 'The second factor is on.',
		proceed: 'I have kept the codes, continue',
		signedIn: 'You are signed in.',
		goOn: 'Continue',
	},
	account: {
		title: 'Account',
		name: 'User name',
		displayName: 'Display name',
		grants: 'Roles and units',
		noGrants: 'This account has no role yet.',
		email: 'E-mail address',
		emailHint: 'For reminders of deadlines. May stay empty. Only your administrators see it.',
		emailWrong: 'This is not an e-mail address.',
		saveEmail: 'Save address',
		emailSaved: 'E-mail address saved.',
		password: 'Your password',
		passwordHint: 'Once more when you change the address, to make sure that this is you.',
		wrongPassword: 'The password is wrong.',
		stale: 'You came by a link a while ago. Ask for a new code, sign in again, then do this.',
	},
	password: {
		title: 'Change password',
		setTitle: 'Set a password',
		setPurpose:
			'You signed in with a link from your commune. With a password you can sign in by yourself next time.',
		current: 'Current password',
		next: 'New password',
		hint: (least) =>
			`At least ${least} characters. A long sentence that you remember works best; digits and symbols are not required.`,
		repeated: 'New password again',
		submit: 'Change password',
		setSubmit: 'Set password',
		changed: 'Password changed. Other devices have been signed out.',
		ownTitle: 'Set your own password',
		ownPurpose:
			'Somebody else made the password that you just used, and it works only this once. Set one that only you know.',
		ownSubmit: 'Set password and continue',
		faults: {
			tooShort: (least) => `The new password must have at least ${least} characters.`,
			tooLong: (most) => `The new password may have at most ${most} characters.`,
			isName: 'The new password must not be made of your user name.',
			common: 'The new password is one of those that are guessed first. Choose another.',
			different: 'The two new passwords are not the same.',
			wrong: 'The current password is wrong.',
			stale: 'You came by a link a while ago. Ask for a new code, sign in again, then set it.',
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
