/** What a handled command looks like over HTTP, and in which role a person gives it. */
import type { Actor, Role } from '@keel/care'
import type { FastifyReply } from 'fastify'
import type { Staff } from '../app.ts'
import { Problem } from '../problem.ts'
import type { Handled } from '../runtime/handle.ts'

/** The first of the person's roles that may do it. */
export function roleFor(person: Staff, allowed: readonly Role[]): Role | undefined {
  return person.roles.find((role) => allowed.includes(role))
}

/** The person as a reader of records: in the first of the roles. */
export function readerOf({ personId, roles }: Staff): Actor {
  return { personId, role: roles[0] ?? 'none' }
}

export function answerTo(handled: Handled, reply: FastifyReply) {
  switch (handled.status) {
    case 'appended':
    case 'repeated':
      return reply.status(201).send({
        status: handled.status,
        events: handled.events.map(({ type, data, at }) => ({ type, data, at })),
      })
    case 'refused':
      throw new Problem(409, handled.refusal.code, handled.refusal.message)
    case 'command-id-reused':
      throw new Problem(
        409,
        'command-id-reused',
        'This command id was used before for something else. Nothing was recorded: send it with a new id.',
      )
  }
}
