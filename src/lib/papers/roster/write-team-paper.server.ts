import type { MemberList, TeamList } from '../appendix-1/team-list';
import { writeAppendixDocx } from '../appendix-1/write-docx';
import { writeMembersDocx } from '../appendix-1/write-members-docx';
import { writeAppendixXlsx } from '../appendix-1/write-xlsx.server';
import type { Register } from './register';
import { writeRoster } from './write-roster.server';

/** A file about teams, by its format, with what goes into it. */
export type TeamPaper =
	| { file: 'xlsx' | 'docx'; list: TeamList }
	| { file: 'members'; members: MemberList }
	| { file: 'roster'; register: Register; day: string };

export function writeTeamPaper(paper: TeamPaper): Promise<Uint8Array> {
	switch (paper.file) {
		case 'xlsx':
			return writeAppendixXlsx(paper.list);
		case 'docx':
			return writeAppendixDocx(paper.list);
		case 'members':
			return writeMembersDocx(paper.members);
		case 'roster':
			return writeRoster(paper.register, paper.day);
	}
}
