import type { SavedViewId } from '../../../shared/domain/saved-view.ts'
import { pageEnvironment } from '../../desk/page-environment.ts'
import { uuidV7 } from '../../desk/uuid-v7.ts'

export function newViewId(): SavedViewId {
  const { clock, random } = pageEnvironment()
  return uuidV7(clock(), random) as SavedViewId
}
