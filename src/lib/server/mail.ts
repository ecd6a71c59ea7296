import { createTransport } from 'nodemailer';

export interface Mail {
	to: string;
	subject: string;
	/** Plain text: it has to be readable on any phone. */
	text: string;
}

/** Hands one mail over; rejects when the mail server doesn't take it. */
export type SendMail = (mail: Mail) => Promise<void>;

/** @param smtpUrl `smtp://user:password@host:587` or `smtps://…`. */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): SendMail {
	const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
	const transport = createTransport({ url: smtpUrl, ...patience }, { from });
	return async (mail) => {
		await transport.sendMail(mail);
	};
}

const unreachable = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EAUTH']);

/** Whether no other mail would fare better now. */
export const isMailServerAway = (error: unknown): boolean =>
	error instanceof Error &&
	'code' in error &&
	typeof error.code === 'string' &&
	unreachable.has(error.code);
