import { qrCode } from '../../server/qr';
import { newAppSecret, provisioningUri } from './second-factor.server';

/** What is shown to an app: the secret, a new one unless it is given, as text and as a QR code. */
export const showAppSecret = (accountName: string, secret = newAppSecret()) => ({
	secret,
	qr: qrCode(provisioningUri(secret, accountName)),
});
