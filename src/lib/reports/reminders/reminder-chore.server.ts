import type { Chore } from '../../server/housekeeping';
import { listeningOrigin } from '../../server/link-origin';
import { createMailer } from '../../server/mail';
import { sendReminders } from './send-reminders.server';

interface MailConfig {
	mail: { smtpUrl: string; from: string } | undefined;
	origin: string | undefined;
	host: string;
	port: number;
}

/** Sends what is up where e-mail is set up. */
export function reminderChore({ mail, origin, host, port }: MailConfig): Chore {
	return async (database, now) => {
		if (!mail) return;
		const send = createMailer(mail);
		await sendReminders(database, { send, origin: origin ?? listeningOrigin(host, port), now });
	};
}
