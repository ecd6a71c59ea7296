export const contacts = {
	title: 'Questions',
	phone: 'telephone',
	email: 'e-mail',
	channel: 'support channel',
};
