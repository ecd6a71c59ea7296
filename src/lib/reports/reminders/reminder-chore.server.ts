import type { Chore } from '../../server/housekeeping';
import { createMailer } from '../../server/mail';
import { sendReminders } from './send-reminders.server';

interface MailConfig {
	mail: { smtpUrl: string; from: string } | undefined;
	origin: string | undefined;
	port: number;
}

/** Sends what is up where e-mail is set up. A mail server that fails is no reason not to start. */
export function reminderChore({ mail, origin, port }: MailConfig): Chore {
	return async (database, now) => {
		if (!mail) return;
		const send = createMailer(mail);
		try {
			await sendReminders(database, { send, origin: origin ?? `http://localhost:${port}`, now });
		} catch (error) {
			console.error(JSON.stringify({ level: 'error', task: 'reminders', error: String(error) }));
		}
	};
}
