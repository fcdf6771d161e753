import type { CaseGroup, Person } from '../../../shared/domain/case-group.ts'
import { Nino } from '../../components/nino.tsx'
import { Section } from '../../components/section.tsx'

/** The paying parent and the receiving parents. A NINO is shown only when asked for. */
export function People({ group }: { readonly group: CaseGroup }) {
  return (
    <Section title="People">
      <ul className="people">
        {group.people.map((person, place) => (
          <PersonItem key={person.scin} person={person} paying={place === 0} />
        ))}
      </ul>
    </Section>
  )
}

function PersonItem({ person, paying }: { readonly person: Person; readonly paying: boolean }) {
  const { title, firstName, middleName, lastName, representative, scin } = person
  const name = [title, firstName, middleName, lastName].filter(Boolean).join(' ')
  return (
    <li>
      <strong>{name}</strong> <span className="quiet">{paying ? 'paying parent' : 'receiving parent'}</span>
      <div className="person-facts">
        <span>
          SCIN <span className="number">{scin}</span>
        </span>
        <span>
          {person.nino === null ? (
            'NINO not known'
          ) : (
            <>
              NINO <Nino words={person.nino} name={`NINO of ${name}`} />
            </>
          )}
        </span>
        <span>{addressOf(person)}</span>
        {representative !== null && <span>Represented by {representative}</span>}
      </div>
    </li>
  )
}

function addressOf({ addressLine1, addressLine2, town, postcode, country }: Person): string {
  const abroad = country === null || country === 'GB' || country === 'NI' ? null : country
  const parts = [addressLine1, addressLine2, town, postcode, abroad].filter(part => part !== null)
  return parts.length === 0 ? 'Address not known' : parts.join(', ')
}
