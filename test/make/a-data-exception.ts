import { type DataException, putAway } from '../../shared/domain/data-exception.ts'
import { number } from './a-case-group.ts'
import { segment } from './an-organisation.ts'

/** A National Insurance number in the first case group that is none, in Maintenance North. */
export const aDataException = (id = 'a', more: Partial<DataException> = {}): DataException => ({
  ...putAway(id as never),
  file: 'people.csv',
  line: 4,
  column: 'nino',
  reason: 'nino is not a National Insurance number.',
  caseGroups: [number('10000001')],
  segments: [segment('FS_GB_MAINT_NO_MSR')],
  gone: false,
  ...more,
})
