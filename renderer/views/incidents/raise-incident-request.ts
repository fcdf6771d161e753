import type { z } from 'zod'
import type { raiseIncident } from '../../../shared/commands/raise-incident.ts'
import type { AdviceId } from '../../../shared/domain/advice.ts'
import { type CaseGroup, payingParentOf } from '../../../shared/domain/case-group.ts'
import type { SrNumber, StaffNumber } from '../../../shared/domain/ids.ts'
import { type Details, withDetails } from '../../../shared/domain/incident-details.ts'
import type { OrganisationIndex } from '../../../shared/domain/organisation-index.ts'
import { requestNamed } from '../../../shared/domain/request-named.ts'
import type { PlainDate } from '../../../shared/domain/time.ts'
import { addressOf, knownDetails } from '../../../shared/queries/incident-prefill.ts'
import type { CommandRequest } from '../../desk/desk.ts'
import { type FormValues, isTicked, orNull, valuesIn } from '../../forms/form-field.ts'

export interface Raising {
  readonly group: CaseGroup | null
  readonly raiser: StaffNumber
  /** The service request that it is raised from, an answered one too (ADV-3); empty: from none. */
  readonly from: string
  /** What was asked without a case, from which it goes on; undefined: none (ADV-3). */
  readonly advice?: AdviceId | undefined
  readonly index: OrganisationIndex
  readonly today: PlainDate
}

/** The form as the command takes it, with all that the desk knows of what AAC asks (INC-6). */
export function raiseIncidentRequest(values: FormValues, raising: Raising): CommandRequest {
  const { financeSpoc, payments, wordsSearched = '', raisedBefore, colleagueAsked = '' } = values
  const group = affectedOf(values, raising)
  const isPayments = payments === 'finance-asked'
  return {
    name: 'raise-incident',
    args: {
      masterCaseNumber: group?.id ?? null,
      serviceRequest: group ? orNull(values.serviceRequest) : null,
      ...(asksTeam(values, raising) && { team: values.team ?? '' }),
      ...(raising.advice && { advice: raising.advice }),
      system: values.system,
      problem: values.problem,
      employment: values.employment,
      payments: isPayments,
      description: values.description ?? '',
      checks: {
        wordsSearched,
        raisedBefore,
        colleagueAsked,
        reductionAdviceRead: isTicked(values.reductionAdviceRead),
        financeSpoc: isPayments ? (financeSpoc ?? '') : null,
      },
      details: detailsKnown(values, raising),
    },
    saw: {},
  }
}

/** What the form has that asks for the same again. */
export function valuesOfRaising(args: z.output<typeof raiseIncident.args>): FormValues {
  const { masterCaseNumber, serviceRequest, system, problem, employment, payments, description } = args
  const { checks, details } = args
  const { errorMessage = '', procedure = '', procedureStep = '' } = details
  return {
    local: 'no',
    payments: payments ? 'finance-asked' : 'no',
    advice: 'no',
    affects: masterCaseNumber === null ? 'none' : 'group',
    serviceRequest: serviceRequest ?? '',
    team: args.team ?? '',
    system,
    problem,
    employment,
    errorMessage,
    procedure,
    procedureStep,
    description,
    ...valuesIn(checks),
  }
}

/** Whoever works in no team says whose leader is consulted (INC-15). */
export const asksTeam = (values: FormValues, raising: Raising): boolean =>
  affectedOf(values, raising) === null && !raising.index.staff.get(raising.raiser)?.team

const affectedOf = ({ affects }: FormValues, { group }: Raising): CaseGroup | null =>
  affects === 'none' ? null : group

/** What is typed, over what the documents say. */
export function detailsKnown(values: FormValues, raising: Raising): Details {
  const { raiser, index, today } = raising
  const group = affectedOf(values, raising)
  const request = requestNamed(group ?? undefined, values.serviceRequest as SrNumber) ?? null
  const known = knownDetails({ group, request }, raiser, index, today)
  const address = group && values.employment !== 'none' ? addressOf(payingParentOf(group)) : ''
  const typed = Object.fromEntries(
    (['errorMessage', 'procedure', 'procedureStep'] as const).map(field => [field, values[field] ?? '']),
  )
  return withDetails({ ...known, ...(address && { payingParentAddress: address }) }, typed)
}
