import type { Migration } from 'kysely/migration'
import { up as hub } from './001-hub.ts'
import { up as source } from './002-source.ts'
import { up as resultTime } from './003-result-time.ts'
import { up as aggregates } from './004-aggregates.ts'
import { up as sourceStatus } from './005-source-status.ts'
import { up as differences } from './006-differences.ts'
import { up as statusBefore } from './007-status-before.ts'
import { up as exceptionsOfGroups } from './008-exceptions-of-groups.ts'
import { up as advice } from './009-advice.ts'
import { up as incidents } from './010-incidents.ts'
import { up as devices } from './011-devices.ts'
import { up as readings } from './012-readings.ts'
import { up as auditGrants } from './013-audit-grants.ts'
import { up as wipedDevices } from './014-wiped-devices.ts'
import { up as rotas } from './015-rotas.ts'
import { up as referred } from './016-referred.ts'
import { up as hands } from './017-hands.ts'
import { up as leftSpecialists } from './018-left-specialists.ts'
import { up as claims } from './019-claims.ts'

/** Every migration, in the order of their names; one that has shipped never changes. */
export const migrations: Record<string, Migration> = {
  '001-hub': { up: hub },
  '002-source': { up: source },
  '003-result-time': { up: resultTime },
  '004-aggregates': { up: aggregates },
  '005-source-status': { up: sourceStatus },
  '006-differences': { up: differences },
  '007-status-before': { up: statusBefore },
  '008-exceptions-of-groups': { up: exceptionsOfGroups },
  '009-advice': { up: advice },
  '010-incidents': { up: incidents },
  '011-devices': { up: devices },
  '012-readings': { up: readings },
  '013-audit-grants': { up: auditGrants },
  '014-wiped-devices': { up: wipedDevices },
  '015-rotas': { up: rotas },
  '016-referred': { up: referred },
  '017-hands': { up: hands },
  '018-left-specialists': { up: leftSpecialists },
  '019-claims': { up: claims },
}
