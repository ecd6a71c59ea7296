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
	const transport = createTransport(smtpUrl, { from });
	return async (mail) => {
		await transport.sendMail(mail);
	};
}
