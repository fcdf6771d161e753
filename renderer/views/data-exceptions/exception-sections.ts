import { type DataException, goesWithAnother } from '../../../shared/domain/data-exception.ts'
import { numberWords } from '../../../shared/queries/date-words.ts'
import type { Sections } from '../../grid/lines.ts'

export const exceptionSections: Sections<DataException> = {
  of: exception => (goesWithAnother(exception) ? 'goes along' : 'to do'),
  title: (section, count) =>
    `${section === 'to do' ? 'To be put right' : 'Come in with another row'} · ${numberWords(count)}`,
  alarming: () => false,
}
