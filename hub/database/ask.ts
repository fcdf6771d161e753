import type { DatabaseConnection, Kysely, RawBuilder } from 'kysely'
import type { HubSchema } from './schema.ts'

/** What is asked of the database, and what its answer means. */
export type Question<Answer> = (db: Kysely<HubSchema>, connection: DatabaseConnection) => Promise<Answer>

export const question =
  <Row, Answer>(query: RawBuilder<Row>, read: (rows: readonly Row[]) => Answer): Question<Answer> =>
  async (db, connection) =>
    read((await connection.executeQuery<Row>(query.compile(db))).rows)

/** What is known without asking. */
export const known =
  <Answer>(answer: Answer): Question<Answer> =>
  () =>
    Promise.resolve(answer)

/**
 * Asks all at once, over one connection: the database hears them in their order and each as if the one before had been
 * answered, but nobody waits between them. In a transaction none is heard after one that failed.
 */
export function ask<const Questions extends readonly Question<unknown>[]>(
  db: Kysely<HubSchema>,
  questions: Questions,
): Promise<{ [At in keyof Questions]: Questions[At] extends Question<infer Answer> ? Answer : never }>
export function ask(db: Kysely<HubSchema>, questions: readonly Question<unknown>[]) {
  return db
    .getExecutor()
    .provideConnection(connection => Promise.all(questions.map(each => each(db, connection))))
}

/** Asks, and says that it is sent, not what is answered: what is asked of the same connection next is heard after it. */
export function send<Answer>(
  db: Kysely<HubSchema>,
  question: Question<Answer>,
): Promise<{ readonly answer: Promise<Answer> }> {
  return new Promise((sent, failed) => {
    const asked = (connection: DatabaseConnection) => {
      const answer = question(db, connection)
      sent({ answer })
      return answer
    }
    db.getExecutor().provideConnection(asked).catch(failed)
  })
}
